import Foundation
import Testing

/// `d8s query` as somebody runs it.
struct QueryTests {
    /// Two counters that grow by 3 and 6 a minute for two hours from 2026-11-20T22:00:00Z on.
    private func folder() throws -> (Scratch, Program) {
        let scratch = try Scratch()
        var text = ""
        for (name, step) in [("=cmd", 3), ("web", 6)] {
            for minute in 0...120 {
                let time = 1_795_212_000 + minute * 60
                text += "hits_total{host=\"\(name)\"} \(minute * step) \(time)\n"
            }
        }
        try scratch.write(text + "# EOF\n", to: "hits.om")
        try scratch.write(
            "as_of: 2026-11-21T00:00:00Z\nsources:\n  - series: hits.om\n",
            to: "d8s.yaml"
        )
        let program = Program(folder: scratch.folder)
        let collected = try program.run("collect")
        try #require(collected.status == 0, "\(collected.errors)")
        return (scratch, program)
    }

    @Test func `an instant is a line for each series`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let table = try program.run("query", "rate(hits_total[10m]) * 60")
        #expect(table.output == "{host=\"=cmd\"}  3\n{host=\"web\"}   6\n", "\(table.errors)")
        let empty = try program.run("query", "nothing")
        #expect(empty.output == "No series has a value there.\n")
    }

    @Test func `JSON is the answer of Prometheus' API, of errors too`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let sum = try program.run(
            "query",
            "sum(hits_total)",
            "--start",
            "now-1h",
            "--step",
            "30m",
            "--format",
            "json"
        )
        let points = "[1795215600,\"540\"],[1795217400,\"810\"],[1795219200,\"1080\"]"
        #expect(
            sum.output
                == "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":"
                + "[{\"metric\":{},\"values\":[\(points)]}]}}\n"
        )
        let wrong = try program.run("query", "sum(hits_total", "--format", "json")
        #expect(wrong.status == 1)
        #expect(wrong.output.hasPrefix("{\"status\":\"error\",\"errorType\":\"bad_data\""))
    }

    @Test func `CSV holds no formula, and a chart is SVG`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let csv = try program.run(
            "query",
            "label_replace(sum by (host) (hits_total), \"__name__\", \"=a1\", \"\", \"\")",
            "--time",
            "2026-11-20T23:00:00Z",
            "--format",
            "csv"
        )
        let lines = csv.output.split(separator: "\r\n")
        #expect(lines.first == "time,metric,labels,value")
        #expect(lines.dropFirst().first == #"2026-11-20T23:00:00Z,'=a1,"{""host"":""=cmd""}",180"#)
        let chart = try program.run(
            "query",
            "rate(hits_total[5m])",
            "--start",
            "now-2h",
            "--format",
            "chart"
        )
        #expect(chart.status == 0, "\(chart.errors)")
        #expect(chart.output.hasPrefix("<svg"), "\(chart.output.prefix(100))")
    }

    @Test func `an error points at the character`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let result = try program.run("query", "sum(rate(hits_total))")
        #expect(result.status == 1)
        let pointed = "  sum(rate(hits_total))\n           ^\n"
        #expect(result.errors.contains("1:10: "), "\(result.errors)")
        #expect(result.errors.contains(pointed), "\(result.errors)")
        let many = try program.run("query", "hits_total", "--start", "0", "--step", "1s")
        #expect(many.errors.contains("1795219201 points per series"), "\(many.errors)")
        #expect(try program.run("query", "1", "--end", "now").status != 0)
    }
}
