import Foundation
import Testing

/// `d8s predict` and `d8s backtest` as somebody runs them.
struct PredictTests {
    /// Two pipelines every hour: `docs` fails seldom, `load` four times in five since its last
    /// hundred runs.
    private func folder() throws -> (Scratch, Program) {
        let scratch = try Scratch()
        var lines = ["id,kind,pipeline,created,started,finished,status"]
        for number in 0..<300 {
            let begin = Date(timeIntervalSince1970: 1_767_225_600 + Double(number) * 3600)
            for pipeline in ["docs", "load"] {
                let isBroken = pipeline == "load" && number >= 200
                let isFailure = isBroken ? number * 7919 % 101 < 81 : number % 40 == 7
                let seconds = 100 + Double((number * 37) % 41)
                let end = begin.addingTimeInterval(seconds)
                let times = [begin, begin, end].map { $0.formatted(.iso8601) }
                lines.append(
                    "\(pipeline)-\(number),pipeline,\(pipeline),"
                        + times.joined(separator: ",") + (isFailure ? ",failure" : ",success")
                )
            }
        }
        try scratch.write(lines.joined(separator: "\n") + "\n", to: "runs.csv")
        try scratch.write("organisation: Test\nas_of: 2026-01-20T00:00:00Z\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        let run = try program.run("import", "runs", "runs.csv")
        try #require(run.status == 0, "\(run.errors)")
        return (scratch, program)
    }

    private func rows(_ program: Program, _ arguments: String...) throws -> [[String: Any]] {
        let run = try program.run(arguments: arguments + ["--format", "json"])
        try #require(run.status == 0, "\(run.errors)")
        let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(answer as? [[String: Any]])
    }

    @Test func `the next run of each pipeline is foretold with its intervals`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let rows = try rows(program, "predict")
        #expect(rows.compactMap { $0["pipeline"] as? String } == ["docs", "load"])
        let load = try #require(rows.last)
        let probability = try #require(load["failure_probability"] as? Double)
        #expect((0.6...0.95).contains(probability))
        let low = try #require(load["failure_low"] as? Double)
        let high = try #require(load["failure_high"] as? Double)
        #expect(low < 0.8 && 0.8 < high)
        let seconds = try #require(rows[0]["seconds"] as? Double)
        #expect((110...130).contains(seconds))
        #expect(try program.run("predict", "--pipeline", "load").output.contains("load"))
        #expect(try program.run("predict", "--pipeline", "load").output.contains("docs") == false)
    }

    @Test func `what was foretold is held against what came`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let rows = try rows(program, "backtest")
        func value(_ figure: String) -> Double? {
            rows.first { $0["figure"] as? String == figure }?["value"] as? Double
        }
        let brier = try #require(value("failure: Brier score"))
        let base = try #require(value("failure: Brier score of the base rate"))
        #expect(brier < base)
        let skill = try #require(value("failure: skill"))
        #expect(abs(skill - (1 - brier / base)) < 1e-12)
        #expect((0.85...0.96).contains(try #require(value("time: within the 90 % interval"))))
    }

    @Test func `the forecasts of a file are held against what came`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let values = (0..<120).map { 100 + ($0 % 7 < 5 ? 10 : 0) + ($0 * 31) % 5 }
        try scratch.write("value\n" + values.map { "\($0)\n" }.joined(), to: "visits.csv")
        let program = Program(folder: scratch.folder)
        let run = try program.run("backtest", "visits.csv", "--season", "7", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("value,forecast: within the 95 % interval,"))
        let none = try program.run("backtest", "nowhere.csv")
        #expect(none.status != 0)
        #expect(none.errors.contains("nowhere.csv"))
    }

    @Test func `a history without runs says so`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write("organisation: Test\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        #expect(try program.run("predict").output.contains("holds no run"))
        #expect(try program.run("backtest").output.contains("Too little"))
    }
}
