import D8STestSupport
import Foundation
import Testing

/// Exports that came by mistake, twice, or broken: what a person sees and how the program ends.
struct CostFaultTests {
    private static let header =
        "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,"
        + "ChargePeriodEnd,BilledCost,EffectiveCost,ServiceName\n"

    private static func row(_ day: Int, _ cost: String, currency: String = "USD") -> String {
        let date = "2026-10-1\(day)"
        return "1,\(currency),2026-10-01,2026-11-01,\(date),\(date)T01:00:00Z,\(cost),\(cost),S\n"
    }

    private let scratch: Scratch
    private let program: Program

    init() throws {
        scratch = try Scratch()
        program = Program(folder: scratch.folder)
        try scratch.write(Self.header + Self.row(1, "1") + Self.row(2, "2"), to: "good.csv")
    }

    private func charges() throws -> [Substring] {
        try program.run("export", "costs").output.split(separator: "\r\n").dropFirst().map { $0 }
    }

    @Test func `a bill under two names counts once`() throws {
        defer { scratch.remove() }
        #expect(try program.run("import", "costs", "good.csv").status == 0)
        let again = try program.run("import", "costs", "--source", "cloud", "good.csv")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try charges().count == 2)
        #expect(try charges().allSatisfy { $0.hasPrefix("cloud,") })
    }

    @Test func `a wrong currency is said, and the bill is forgotten on request`() throws {
        defer { scratch.remove() }
        #expect(try program.run("import", "costs", "good.csv").status == 0)
        let odd =
            Self.header + Self.row(1, "1") + Self.row(2, "2") + Self.row(3, "9", currency: "EUR")
        try scratch.write(odd, to: "odd.csv")
        let taken = try program.run("import", "costs", "odd.csv")
        #expect(taken.status == 0)
        #expect(taken.errors.contains("1 row is in EUR, while this source's bills are in USD"))
        #expect(taken.errors.contains("2 currencies: 1 row in EUR (the first: odd.csv:4)"))
        #expect(try charges().count == 3)
        let forget = ["history", "forget-costs", "--source", "import:costs", "--currency", "EUR"]
        let forgotten = try program.run(
            arguments: forget + ["--account", "1", "--period", "2026-10"]
        )
        #expect(
            forgotten.output
                == "Removed the EUR statement of account 1 for the period from 2026-10-01 on: 1 charge\n"
        )
        #expect(try charges().count == 2)
        let none = try program.run(arguments: forget)
        #expect(none.status == 1)
        #expect(none.errors.contains("nothing was removed"))
        #expect(try program.run("history").status == 0)
    }

    @Test func `a worse export is refused with status 1, unless a person says so`() throws {
        defer { scratch.remove() }
        #expect(try program.run("import", "costs", "good.csv").status == 0)
        let known = try charges()
        let worse = [
            (Self.header + Self.row(1, "") + Self.row(2, "2") + Self.row(3, "3"), "EffectiveCost"),
            (Self.header + Self.row(1, "1e30") + Self.row(2, "2") + Self.row(3, "3"), "bad rows"),
            (
                Self.header + Self.row(1, "1").replacing(",S\n", with: ",\n") + Self.row(3, "3"),
                "ServiceName"
            ),
        ]
        for (text, words) in worse {
            try scratch.write(text, to: "worse.csv")
            let result = try program.run("import", "costs", "worse.csv")
            #expect(result.status == 1)
            #expect(
                result.errors.contains(words == "bad rows" ? "could not be used" : "no \(words)")
            )
            #expect(!result.errors.contains("all others are in"))
            #expect(try charges() == known)
        }
        #expect(try program.run("import", "costs", "--replace", "worse.csv").status == 0)
        #expect(try charges() != known)
    }

    @Test func `a truncated gzip is an error of the source, and a file without a charge fails`()
        throws
    {
        defer { scratch.remove() }
        let bytes = Array((Self.header + Self.row(1, "1")).utf8)
        let (low, high) = (UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8))
        let gzip = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, low, high, ~low, ~high] + bytes
        try Data(gzip).write(to: scratch.url("cut.csv.gz"))
        try scratch.write(
            "organisation: Acme\nsources:\n  - focus: cut.csv.gz\n    name: cloud\n",
            to: "d8s.yaml"
        )
        for command in [["collect"], ["import", "costs", "cut.csv.gz"]] {
            let result = try program.run(arguments: command)
            #expect(result.status == 1)
            #expect(result.errors.contains("cut.csv.gz is damaged behind 1 rows"))
            #expect(!result.errors.contains("all others are in"))
        }
        try scratch.write(Self.header, to: "none.csv")
        let none = try program.run("import", "costs", "none.csv")
        #expect(none.status == 1)
        #expect(none.errors.contains("none.csv has a header and no row: it holds no charge."))
        #expect(!none.errors.contains("0 samples"))
    }
}
