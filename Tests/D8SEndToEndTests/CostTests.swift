import D8STestSupport
import Foundation
import Testing

/// Costs from files into the history and out of it again.
struct CostTests {
    private static let sample = "focus/focus-1.0-sample/focus_sample.csv"

    private static let header =
        "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,"
        + "ChargePeriodEnd,BilledCost,EffectiveCost,ServiceName\n"

    private static func row(day: Int, cost: String, service: String = "Storage") -> String {
        let date = "2026-10-" + (day < 10 ? "0\(day)" : "\(day)")
        return "1,EUR,2026-10-01,2026-11-01,\(date)T00:00:00Z,\(date)T01:00:00Z,\(cost),\(cost),"
            + "\(service)\n"
    }

    /// The sum of the column by DuckDB: `SELECT sum(BilledCost::DECIMAL(38,20)) FROM read_csv(…)`.
    @Test(.enabled(if: SharedData.has(sample), "needs ../shared/data"))
    func `the sample comes out as it went in, twice`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        for _ in 1...2 {
            let result = try program.run("import", "costs", SharedData.path(Self.sample))
            #expect(result.status == 0, "\(result.errors)")
        }
        let output = try program.run("export", "costs").output
        let rows = output.split(separator: "\r\n").dropFirst()
        let billed = rows.compactMap { row in
            row.split(separator: ",", omittingEmptySubsequences: false).dropFirst(6).first
        }.compactMap { Decimal(string: String($0)) }
        #expect(billed.count >= 1000)
        #expect("\(billed.reduce(Decimal.zero, +))" == "20.52022672899")
        #expect(output.hasPrefix("Source,BillingPeriodStart,"))
    }

    @Test func `a shortened export changes nothing and fails, until a person says so`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let whole = Self.header + Self.row(day: 1, cost: "1") + Self.row(day: 20, cost: "2.50")
        try scratch.write(whole, to: "october.csv")
        try scratch.write(Self.header + Self.row(day: 1, cost: "9"), to: "short.csv")
        #expect(try program.run("import", "costs", "october.csv").status == 0)
        let before = try program.run("export", "costs").output
        let refused = try program.run("import", "costs", "short.csv")
        #expect(refused.status != 0)
        #expect(refused.errors.contains("import it with --replace"))
        #expect(try program.run("export", "costs").output == before)
        #expect(try program.run("import", "costs", "--replace", "short.csv").status == 0)
        #expect(try program.run("export", "costs").output.contains(",EUR,9,9,"))
    }

    @Test func `names are harmless in a spreadsheet`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let hostile = "\"=HYPERLINK(\"\"x\"\")\""
        let text = Self.header + Self.row(day: 1, cost: "-1.5", service: hostile)
        try scratch.write(text, to: "costs.csv")
        #expect(try program.run("import", "costs", "costs.csv").status == 0)
        let output = try program.run("export", "costs", "--until", "2026-10-01").output
        #expect(output.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        #expect(output.contains(",EUR,-1.5,-1.5,"))
        let none = try program.run("export", "costs", "--since", "2026-10-02").output
        #expect(none.split(separator: "\r\n").count == 1)
    }

    @Test func `a folder of exports is read each night, and only what changed`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        try FileManager.default.createDirectory(
            at: scratch.url("exports/2026-10"),
            withIntermediateDirectories: true
        )
        try scratch.write(
            "organisation: Acme\nsources:\n  - focus: exports\n    name: cloud\n",
            to: "d8s.yaml"
        )
        let first = Self.header + Self.row(day: 1, cost: "1")
        try scratch.write(first, to: "exports/2026-10/part-1.csv")
        #expect(try program.run("check").status == 0)
        #expect(try program.run("collect").status == 0)
        let again = try program.run("collect")
        #expect(again.status == 0)
        #expect(again.errors.contains("1 files are as they were and were not read."))
        try scratch.write(first + Self.row(day: 2, cost: "3"), to: "exports/2026-10/part-1.csv")
        #expect(try program.run("collect").status == 0)
        #expect(try program.run("export", "costs").output.contains(",EUR,3,3,"))
        try scratch.write(first, to: "exports/2026-10/part-1.csv")
        for night in 1...2 {
            let shortened = try program.run("collect")
            #expect(shortened.status == 1, "night \(night)")
            #expect(shortened.errors.contains("1 of 1 sources failed"), "\(shortened.errors)")
        }
        #expect(try program.run("export", "costs").output.contains(",EUR,3,3,"))
    }

    /// 19 of 20 October's days at 10 are all there: 190 for 5 deployments, and for 19 times 50
    /// sessions.
    @Test func `the spend is divided by what is counted`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        try scratch.write(
            """
            organisation: Acme
            costs:
              units:
                - name: deployment
                  events: deployments
                - name: session
                  query: vector(50)
                  per: 1000
            """,
            to: "d8s.yaml"
        )
        let rows = (1...21).map { Self.row(day: $0, cost: "10") }.joined()
        try scratch.write(Self.header + rows, to: "costs.csv")
        #expect(try program.run("import", "costs", "costs.csv").status == 0)
        let deployments = (3...7).map { "web,d\($0),r\($0),2026-10-0\($0)T10:00:00Z,success\n" }
        try scratch.write(
            "service,id,revision,finished,status\n" + deployments.joined(),
            to: "deployments.csv"
        )
        #expect(try program.run("import", "deployments", "deployments.csv").status == 0)
        let night = ["--as-of", "2026-10-21T06:00:00Z", "--all", "--output", "site"]
        let report = try program.run(arguments: ["report"] + night)
        #expect(report.status == 0, "\(report.errors)")
        let page = try scratch.text("site/analyst/spend-eur/index.html")
        let words = page.replacing(/<[^>]*>/, with: "|").replacing(/[|\s]+/, with: " ")
        #expect(words.contains("Cost of a deployment €38.00"), "\(words.prefix(1500))")
        #expect(words.contains("Cost of 1,000 sessions €200"), "\(words.prefix(1500))")
    }
}
