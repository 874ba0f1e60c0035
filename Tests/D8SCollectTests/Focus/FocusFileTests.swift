import D8SModel
import Testing

@testable import D8SCollect

/// Broken and odd files: a clear report each, and nothing lost.
struct FocusFileTests {
    private func billed(_ fixture: FocusFixture) -> [String?] {
        fixture.entries.map { $0.amounts.billed?.description }
    }

    @Test func `NULL, null and nothing are unknown, never 0, and are said once`() throws {
        let fixture = try FocusFixture()
        let rows = ["NULL", "null", "", "0"].map { ["BilledCost": $0] }
        try fixture.read(FocusFixture.export(rows))
        #expect(billed(fixture) == [nil, nil, nil, "0"])
        let expected =
            "3 rows have no BilledCost; it is taken as unknown, not as 0 (the first:"
            + " \(fixture.folder)/costs.csv:2). They are kept."
        #expect(fixture.report.notes.contains(expected))
    }

    @Test(arguments: [
        ("2026-10-05T00:00:00Z", true), ("2026-10-05 00:00:00", true), ("2026-10-05", true),
        ("2026-10-05T00:00Z", true), ("2026-10-05T02:00:00+02:00", true), ("5/10/26", false),
        ("10/5/2026", false), ("20261005", false), ("1791158400", false), ("", false),
        ("2026-10-32", false), ("1066-10-05", false), ("2026-10-05T25:00:00Z", false),
    ])
    func `a time is read or refused, and never guessed`(text: String, isTime: Bool) throws {
        let fixture = try FocusFixture()
        let rows = [["ChargePeriodStart": text]] + Array(repeating: [:], count: 200)
        try fixture.read(FocusFixture.export(rows))
        #expect(fixture.report.rejected == (isTime ? 0 : 1))
        if isTime {
            #expect(
                fixture.entries[0].chargePeriod.start == Instant(iso8601: "2026-10-05T00:00:00Z")
            )
        } else {
            #expect(fixture.report.problems[0].line == 2)
            #expect(fixture.report.problems[0].column == "ChargePeriodStart")
            #expect(fixture.entries.count == 200)
            #expect(fixture.endings == [.partial])
        }
    }

    @Test func `a file of which no row can be used is refused with its first row`() throws {
        let fixture = try FocusFixture()
        let error = #expect(throws: CollectError.self) {
            try fixture.read(FocusFixture.export([["BillingPeriodStart": "5/1/25"]]))
        }
        let words = "\(try #require(error))"
        #expect(words.contains("has no row that can be used, of 1; nothing was taken"))
        #expect(words.contains("costs.csv:2: BillingPeriodStart: `5/1/25` is no ISO 8601 time"))
    }

    @Test(arguments: ["1e40", "NaN", "$1.00", "1,5", "0.00000000000000000000000000001"])
    func `a cost that cannot be kept exactly is refused, and the others are kept`(
        text: String
    ) throws {
        let fixture = try FocusFixture()
        let rows = [["BilledCost": "\"\(text)\""]] + Array(repeating: [:], count: 150)
        try fixture.read(FocusFixture.export(rows))
        #expect(fixture.report.rejected == 1)
        #expect(fixture.report.problems.first?.column == "BilledCost")
        #expect(fixture.entries.count == 150)
    }

    @Test func `credits and corrections are kept as they are`() throws {
        let fixture = try FocusFixture()
        let rows = [
            ["BilledCost": "-12.000000000000001", "ChargeCategory": "Credit"],
            [
                "ChargeClass": "Correction", "ChargePeriodStart": "2026-09-02 00:00:00",
                "ChargePeriodEnd": "2026-09-03 00:00:00",
            ],
            ["ChargePeriodStart": "2026-09-02 00:00:00"],
        ]
        try fixture.read(FocusFixture.export(rows))
        #expect(billed(fixture)[0] == "-12.000000000000001")
        #expect(fixture.keys[1].isCorrection)
        let outside = fixture.report.notes.filter { $0.contains("outside their billing period") }
        #expect(outside.count == 1)
        #expect(outside.first?.hasPrefix("1 rows") == true)
    }

    @Test func `currencies are bills of their own`() throws {
        let fixture = try FocusFixture()
        let rows = ["USD", "EUR", "USD"].map { ["BillingCurrency": $0] }
        try fixture.read(FocusFixture.export(rows))
        #expect(fixture.bills.map(\.currency.code) == ["USD", "EUR"])
        #expect(fixture.entries.map(\.bill) == [0, 1, 0])
    }

    @Test func `a byte order mark, CRLF and quotes over lines are no harm`() throws {
        let fixture = try FocusFixture()
        var text = FocusFixture.export([["ServiceName": "\"a, \"\"b\"\"\nc\""], [:]])
        text = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        try fixture.read(text)
        #expect(fixture.report.rejected == 0)
        #expect(fixture.keys.map { $0[.service] } == ["a, \"b\"\r\nc", "Storage"])
    }

    @Test func `a field of a million characters is kept, a longer one is a bad row`() throws {
        let fixture = try FocusFixture()
        let rows =
            [1_000_000, 1_000_001].map { ["ServiceName": String(repeating: "x", count: $0)] }
            + Array(repeating: [:], count: 150)
        try fixture.read(FocusFixture.export(rows))
        #expect(fixture.keys.first?[.service]?.utf8.count == 1_000_000)
        #expect(fixture.report.problems.map(\.line) == [3])
        #expect(fixture.entries.count == 151)
    }

    @Test func `a row that is cut off makes its bill so, and a bad one within does not`() throws {
        let whole = FocusFixture.export(Array(repeating: [:], count: 300))
        let cut = try FocusFixture()
        try cut.read(String(whole.dropLast(30)))
        #expect(cut.endings == [.cutOff])
        #expect(cut.entries.count == 299)
        let bad = try FocusFixture()
        let row = FocusFixture.export([["BillingCurrency": "usd"]]).split(separator: "\n")[1]
        try bad.read(whole + "\(row)\n")
        #expect(bad.endings == [.partial])
        #expect(bad.report.problems.map(\.column) == ["BillingCurrency"])
    }

    @Test func `rows that cannot be used are no cut, however many they are`() throws {
        let fixture = try FocusFixture()
        let rows = (0..<100).map { ["BilledCost": $0 < 2 ? "x" : "1"] }
        try fixture.read(FocusFixture.export(rows))
        #expect(fixture.endings == [.partial])
    }

    @Test func `rows that repeat are counted and said`() throws {
        let fixture = try FocusFixture()
        try fixture.read(FocusFixture.export([[:], [:], [:]]))
        #expect(fixture.entries.count == 3)
        let repeated = fixture.report.notes.filter { $0.contains("word for word") }
        #expect(repeated.count == 1)
        #expect(repeated.first?.hasPrefix("2 rows are word for word the same") == true)
        #expect(repeated.first?.contains("costs.csv:3") == true)
    }

    @Test func `two exports of one month in a folder are refused, unless each counts`() throws {
        let fixture = try FocusFixture()
        let rows = (0..<50).map { ["BilledCost": "\($0)"] }
        try fixture.write(FocusFixture.export(rows), to: "a/1.csv")
        try fixture.write(FocusFixture.export(rows + [["BilledCost": "99"]]), to: "a/2.csv")
        var files = FocusFiles(paths: [fixture.folder + "/a"])
        let error = #expect(throws: CollectError.self) { try fixture.read(files) }
        #expect("\(try #require(error))".contains("repeats 50 of its 51 rows"))
        files.unit = .file
        try fixture.read(files)
        #expect(fixture.report.read == 101)
    }

    @Test(arguments: ["BillingPeriodStart", "ChargePeriodEnd", "BillingCurrency"])
    func `a column without which nothing can be said is missed by name`(column: String) throws {
        let fixture = try FocusFixture()
        let columns = FocusFixture.columns.filter { $0 != column }
        let error = #expect(throws: CollectError.self) {
            try fixture.read(FocusFixture.export([[:]], columns: columns))
        }
        #expect("\(try #require(error))".contains("has no column \(column)"))
    }

    @Test func `a commitment whose use does not add up to its purchase is said`() throws {
        let fixture = try FocusFixture()
        let bought = [
            "ChargeCategory": "Purchase", "CommitmentDiscountId": "c1", "BilledCost": "10",
            "EffectiveCost": "0",
        ]
        var used = ["CommitmentDiscountId": "c1", "BilledCost": "0", "EffectiveCost": "6"]
        used["CommitmentDiscountStatus"] = "Used"
        var unused = used
        unused["CommitmentDiscountStatus"] = "Unused"
        unused["EffectiveCost"] = "3.99"
        try fixture.read(FocusFixture.export([bought, used, unused]))
        let sentence =
            "The commitment c1 was bought for 10 USD, while its used and unused parts cost 9.99 USD."
        #expect(fixture.report.notes.contains(sentence))
        unused["EffectiveCost"] = "4.00"
        let right = try FocusFixture()
        try right.read(FocusFixture.export([bought, used, unused]))
        #expect(!right.report.notes.contains { $0.contains("was bought for") })
    }

    @Test func `tags are read once for a key, and bad ones are said`() throws {
        let fixture = try FocusFixture()
        let rows = [
            ["Tags": "\"{\"\"team\"\": \"\"shop\"\", \"\"n\"\": 1, \"\"x\"\": null}\""],
            ["Tags": "\"{\"\"team\"\"\""],
        ]
        try fixture.read(FocusFixture.export(rows))
        #expect(
            fixture.keys[0].tags == [Label("n", "1"), Label("team", "shop"), Label("x", "")]
        )
        #expect(fixture.keys[1].tags.isEmpty)
        #expect(fixture.report.notes.contains { $0.hasPrefix("1 rows have Tags that are no JSON") })
    }

    @Test(arguments: [
        (["InvoiceId"], "1.2"), (["SkuMeter"], "1.1"), ([], "1.0"), (["skumeter", "x"], "1.1"),
    ])
    func `the edition is told by the columns`(extra: [String], version: String) {
        #expect(FocusVersion(columns: FocusFixture.columns + extra).rawValue == version)
    }

    @Test(arguments: [
        (Array("PAR1xxxx".utf8), "a Parquet file. Export CSV"),
        (Array("{\"a\": 1}".utf8), "JSON. Export CSV"),
        (Array("PK".utf8) + [3, 4, 20], "a ZIP archive or a workbook. Unpack it"),
        ([0x28, 0xB5, 0x2F, 0xFD, 0], "compressed with Zstandard. Unpack it"),
        ([0xFF, 0xFE, 66, 0, 105, 0], "UTF-16 text. Save it as UTF-8"),
        (Array("\n<!DOCTYPE html>".utf8), "HTML or XML. It may be the page of a sign-in"),
        (
            Array("BilledCost;BillingPeriodStart\n1;2\n".utf8),
            "separated by “;”. Export it separated by commas."
        ),
    ])
    func `other forms are named with a mend`(bytes: [UInt8], words: String) throws {
        let fixture = try FocusFixture()
        let files = FocusFiles(paths: [try fixture.write(bytes, to: "costs.csv")])
        let error = #expect(throws: CollectError.self) { try fixture.read(files) }
        #expect("\(try #require(error))".contains("is \(words)"))
    }
}
