import Foundation
import Testing

/// `d8s trend` as somebody runs it.
struct TrendTests {
    /// Sixty days with a week's rhythm; from the 41st on they are 30 higher.
    private func folder() throws -> (Scratch, Program) {
        let scratch = try Scratch()
        var text = "day,visits\n"
        for day in 0..<60 {
            let date = Date(timeIntervalSince1970: 1_767_225_600 + Double(day) * 86_400)
            let noise = [0.4, -0.7, 0.1, 0.9, -0.3, -0.6, 0.8, -0.2, 0.5, -0.9, 0.3][day % 11]
            let value = 100 + (day % 7 < 5 ? 10 : 0) + noise + (day < 40 ? 0 : 30)
            text += "\(date.formatted(.iso8601.year().month().day())),\(value)\n"
        }
        try scratch.write(text, to: "visits.csv")
        return (scratch, Program(folder: scratch.folder))
    }

    private func json(_ program: Program, _ arguments: String...) throws -> [String: Any] {
        let run = try program.run(
            arguments: ["trend"] + arguments + ["--format", "json"]
        )
        try #require(run.status == 0, "\(run.errors)")
        let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(answer as? [String: Any])
    }

    @Test func `a file is told what changed, and what comes next`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let run = try program.run("trend", "visits.csv")
        #expect(run.status == 0)
        #expect(run.output.contains("visits: 60 values from 2026-01-01T00:00:00Z"))
        #expect(run.output.contains("season of 7"))
        #expect(run.output.contains("at 2026-02-10T00:00:00Z"), "\(run.output)")
        #expect(run.output.contains("next: 2026-03-02T00:00:00Z"))
    }

    @Test func `JSON has the fields of its contract`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let answer = try json(program, "visits.csv", "--horizon", "5")
        #expect(answer["n"] as? Int == 60)
        #expect(answer["season"] as? [Int] == [7])
        let points = try #require(answer["points"] as? [[String: Any]])
        #expect(points.count == 60)
        #expect(
            Set(points[0].keys) == [
                "time", "value", "expected", "lower", "upper", "score", "p",
            ]
        )
        let changes = try #require(answer["changePoints"] as? [[String: Any]])
        #expect(changes.map { $0["time"] as? String } == ["2026-02-10T00:00:00Z"])
        let effect = try #require(changes[0]["effect"] as? Double)
        #expect(abs(effect - 30) < 1)
        let forecast = try #require(answer["forecast"] as? [[String: Any]])
        #expect(forecast.count == 5)
        #expect(
            Set(forecast[0].keys) == [
                "time", "mean", "lower80", "upper80", "lower95", "upper95",
            ]
        )
        #expect((answer["trend"] as? [String: Any])?["slopePerDay"] is Double)
    }

    @Test func `online scores do not know what comes later`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let whole = try json(program, "visits.csv", "--online", "--horizon", "0")
        let text = try String(contentsOfFile: scratch.folder.path + "/visits.csv", encoding: .utf8)
        let lines = text.split(separator: "\n").prefix(46).joined(separator: "\n")
        try scratch.write(lines + "\n", to: "first.csv")
        let first = try json(program, "first.csv", "--online", "--horizon", "0")
        func scores(_ answer: [String: Any]) throws -> [Double] {
            try #require(answer["points"] as? [[String: Any]]).compactMap { $0["score"] as? Double }
        }
        #expect(try scores(first) == Array(try scores(whole).prefix(45)))
        #expect(try scores(whole).contains { $0 > 0.5 })
    }

    @Test func `CSV and a picture are there too`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let rows = try program.run("trend", "visits.csv", "--format", "csv", "--horizon", "3")
        let lines = rows.output.split(separator: "\r\n")
        #expect(lines.count == 64)
        #expect(lines[0].hasPrefix("kind,time,value,expected"))
        #expect(lines[63].hasPrefix("forecast,2026-03-04T00:00:00Z,,"))
        let chart = try program.run("trend", "visits.csv", "--format", "chart")
        #expect(chart.output.hasPrefix("<svg") || chart.output.hasPrefix("<?xml"))
    }

    @Test func `bad rows are told and the exit status says so`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        try scratch.write("t,value\n2026-01-01,1\n2026-01-02,x\n", to: "bad.csv")
        let bad = try program.run("trend", "bad.csv")
        #expect(bad.status == 1)
        #expect(bad.errors.contains("bad.csv:3: value: `x` is no number"), "\(bad.errors)")
        let missing = try program.run("trend", "none.csv")
        #expect(missing.status != 0)
        #expect(missing.errors.contains("none.csv"))
        try scratch.write("t,value\n", to: "empty.csv")
        #expect(try program.run("trend", "empty.csv").output.contains("0 values"))
    }
}
