import D8SModel
import Foundation
import Testing

@testable import D8SCollect

/// Exports that look whole and are not.
struct FocusDoubtTests {
    private static let rows = (0..<50).map { ["BilledCost": "\($0)"] }

    @Test(arguments: [
        ("EffectiveCost", "1e30"), ("BilledCost", "-1e15"), ("ListCost", "1000000000000000.00"),
        ("ConsumedQuantity", "1E+15"), ("ListUnitPrice", "123e13"),
        ("PricingQuantity", "10000000000000000000000000000000000000"),
    ])
    func `a number of 10^15 or more is refused, with its place and a mend`(
        column: String,
        text: String
    ) throws {
        let fixture = try FocusFixture()
        let columns = FocusFixture.columns + (FocusFixture.columns.contains(column) ? [] : [column])
        let rows = [[:], [column: text]] + Self.rows
        try fixture.read(FocusFixture.export(rows, columns: columns))
        #expect(fixture.report.problems.map(\.column) == [column])
        #expect(fixture.report.problems.first?.line == 3)
        let reason = try #require(fixture.report.problems.first?.reason)
        #expect(reason.contains("`\(text)` is 10^15 or more"))
        #expect(reason.contains("Correct it in the export"))
        #expect(fixture.endings == [.partial])
    }

    @Test(arguments: ["999999999999999.99", "-9e14", "1e-20", "0.000000000000001", "0e99"])
    func `a number below that is kept`(text: String) throws {
        let fixture = try FocusFixture()
        try fixture.read(FocusFixture.export([["EffectiveCost": text]]))
        #expect(fixture.report.rejected == 0)
    }

    @Test func `a file with all of its rows twice is refused, unless a person says so`() throws {
        let fixture = try FocusFixture()
        let once = FocusFixture.export(Self.rows)
        let interleaved = FocusFixture.export(Self.rows.flatMap { [$0, $0] })
        for text in [
            once + once.split(separator: "\n").dropFirst().joined(separator: "\n"),
            once + once, interleaved,
        ] {
            let path = try fixture.write(text, to: "costs.csv")
            let error = #expect(throws: CollectError.self) {
                try fixture.read(FocusFiles(paths: [path]))
            }
            #expect("\(try #require(error))".contains("repeats 50 of its 10"))
            let sure = FocusFiles(paths: [path], isConfirmed: true)
            #expect(throws: Never.self) { try fixture.read(sure) }
        }
    }

    @Test func `some rows that repeat are charges of their own`() throws {
        let fixture = try FocusFixture()
        try fixture.read(FocusFixture.export(Self.rows + Self.rows.prefix(40)))
        #expect(fixture.entries.count == 90)
        let alike = try FocusFixture()
        try alike.read(FocusFixture.export(Array(repeating: [:], count: 300)))
        #expect(alike.entries.count == 300)
    }

    @Test func `a truncated gzip is an error, said when the other exports have been read`() throws {
        let fixture = try FocusFixture()
        let text = Array(FocusFixture.export(Self.rows).utf8)
        try fixture.write(Self.gzip(text).dropLast(9), to: "a/1.csv.gz")
        try fixture.write(text, to: "b/2.csv")
        let error = #expect(throws: CollectError.self) {
            try fixture.read(FocusFiles(paths: [fixture.folder]))
        }
        #expect("\(try #require(error))".contains("a/1.csv.gz is damaged behind 49 rows"))
        #expect(fixture.endings == [.cutOff, .complete])
    }

    @Test(arguments: [
        ("empty.csv", "", "is empty"), ("empty.csv.gz", "", "is empty"),
        ("head.csv", FocusFixture.columns.joined(separator: ","), "has a header and no row"),
        ("sub/x.txt", "", "has no file of costs"),
    ])
    func `a file or folder without a charge is named`(
        name: String,
        text: String,
        what: String
    ) throws {
        let fixture = try FocusFixture()
        let path = try fixture.write(text, to: name)
        let isFolder = name.hasPrefix("sub/")
        try fixture.read(FocusFiles(paths: [isFolder ? fixture.folder + "/sub" : path]))
        #expect(fixture.report.empty == 1)
        #expect(fixture.report.warnings.count == 1)
        #expect(fixture.report.warnings.first?.contains(what) == true)
        #expect(fixture.report.warnings.first?.hasSuffix("it holds no charge.") == true)
    }

    @Test func `several currencies, and rows without an account, are said with their places`()
        throws
    {
        let fixture = try FocusFixture()
        let odd = [["BillingCurrency": "EUR"], ["BillingAccountId": ""]]
        try fixture.read(FocusFixture.export(Self.rows + odd))
        let path = fixture.folder + "/costs.csv"
        #expect(fixture.report.warnings.count == 2)
        #expect(
            fixture.report.warnings.first?.hasPrefix(
                "The export has charges in 2 currencies: 1 row in EUR (the first: \(path):52),"
                    + " 51 rows in USD (the first: \(path):2)."
            ) == true
        )
        #expect(
            fixture.report.warnings.last?.contains(
                "1 row without a BillingAccountId (the first: \(path):53)"
            ) == true
        )
    }

    @Test func `a file that was only touched is not read, and one that changed is, with all later`()
        throws
    {
        let fixture = try FocusFixture()
        let paths = try ["1", "2", "3"].map {
            try fixture.write(FocusFixture.export([["BilledCost": $0]]), to: "\($0).csv")
        }
        let files = FocusFiles(paths: paths, unit: .file, passesOverKnown: true)
        var cursors: [String: String] = [:]
        func night() throws -> (billed: [String], cursors: Int) {
            var (billed, changed): ([String], Int) = ([], 0)
            let occasion = Occasion(now: { Instant(milliseconds: 0) }, cursors: cursors)
            _ = try files.read(occasion) { batch in
                billed += batch.costs.entries.compactMap { $0.amounts.billed?.description }
                for (name, value) in batch.cursors { cursors[name] = value }
                changed += batch.cursors.count
            }
            return (billed, changed)
        }
        #expect(try night() == (["1", "2", "3"], 3))
        #expect(try night() == ([], 0))
        let later = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 2_000_000_000)]
        try FileManager.default.setAttributes(later, ofItemAtPath: paths[0])
        #expect(try night() == ([], 1))
        try fixture.write(FocusFixture.export([["BilledCost": "9"]]), to: "2.csv")
        #expect(try night() == (["9", "3"], 2))
        #expect(try night() == ([], 0))
    }

    /// Bytes in the form of gzip (RFC 1952) with one stored block (RFC 1951, 3.2.4), without the
    /// sum at the end.
    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let (low, high) = (UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8))
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, low, high, ~low, ~high] + bytes
    }
}
