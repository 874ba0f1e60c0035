import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

@Suite struct FileFormTests {
    /// Two gzip members, one after the other: `(printf 'service,finished\na,2026-11-20T14:05:00Z\n'
    /// | gzip -n9; printf 'b,2026-11-20T14:06:00Z\n' | gzip -n9) | xxd -p`.
    private static let members = bytes(
        "1f8b08000000000002032b4e2d2acb4c4ed549cbcccb2cce484de14ad431323032d335"
            + "34d43532083134b13230b5323088e2020000114438280000001f8b0800000000000203"
            + "4bd231323032d33534d43532083134b13230b3323088e202005c7b68d917000000"
    )

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    @Test func `a compressed file of several members is read to its end`() throws {
        let result = try ImportFixture(Self.members).read(Importer(kind: .deployments))
        #expect(result.deployments.map(\.service) == ["a", "b"])
    }

    @Test func `zero bytes after the last member are padding`() throws {
        let padded = Self.members + [UInt8](repeating: 0, count: 600)
        let result = try ImportFixture(padded).read(Importer(kind: .deployments))
        #expect(result.deployments.count == 2)
    }

    @Test(arguments: [1, 7, 64])
    func `it does not matter where compressed bytes are cut`(_ pieceSize: Int) throws {
        let text = "service,finished\na,2026-11-20T14:05:00Z\nb,2026-11-20T14:06:00Z\n"
        for cut in 0...Self.members.count {
            let inflater = try Inflater(file: "t.gz", pieceSize: pieceSize)
            var output: [UInt8] = []
            func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(CollectError) {
                output.append(contentsOf: bytes)
            }
            for piece in pieces(of: Self.members, [cut]) {
                try piece.withUnsafeBufferPointer { (bytes) throws(CollectError) in
                    try inflater.feed(bytes, take)
                }
            }
            try inflater.finish(take)
            #expect(String(decoding: output, as: UTF8.self) == text, "cut at \(cut)")
        }
    }

    @Test func `a compressed file that is cut short or damaged is an error`() throws {
        let short = try ImportFixture(Array(Self.members.dropLast(3)))
        #expect(throws: CollectError.self) { try short.read(Importer(kind: .deployments)) }
        var flipped = Self.members
        flipped[30] ^= 0x55
        let damaged = try ImportFixture(flipped)
        let error = #expect(throws: CollectError.self) {
            try damaged.read(Importer(kind: .deployments))
        }
        #expect(error.map { "\($0)" }?.contains("is damaged") == true)
    }

    @Test func `a byte order mark is no part of the first name`() throws {
        let text = "\u{FEFF}service,finished\r\na,2026-11-20T14:05:00Z"
        #expect(try imported(.deployments, text).deployments.count == 1)
    }

    @Test func `UTF-16 and JSON arrays are refused with a mend`() throws {
        let wide = try ImportFixture([0xFF, 0xFE, 0x73, 0x00])
        let first = #expect(throws: CollectError.self) {
            try wide.read(Importer(kind: .deployments))
        }
        #expect(first.map { "\($0)" }?.contains("Save it as UTF-8") == true)
        let second = #expect(throws: CollectError.self) {
            try imported(.deployments, #"[{"service":"a"}]"#)
        }
        #expect(second.map { "\($0)" }?.contains("one object per line") == true)
    }

    @Test func `an empty file is read and told`() throws {
        let result = try imported(.deployments, "")
        #expect(result.report.read == 0)
        #expect(result.report.notes.count { $0.hasSuffix("is empty.") } == 1)
    }

    @Test func `a file that is not there is an error with the system's reason`() {
        let error = #expect(throws: CollectError.self) {
            _ = try Importer(kind: .changes).read("/nonexistent/x.csv") { _ in }
        }
        #expect(
            error.map { "\($0)" } == "/nonexistent/x.csv cannot be read: No such file or directory."
        )
    }

    @Test func `a folder is an error`() {
        #expect(throws: CollectError.self) {
            _ = try Importer(kind: .changes).read("/") { _ in }
        }
    }

    @Test func `what the receiver throws ends the import`() throws {
        struct Full: Error {}
        let file = try ImportFixture("service,finished\na,2026-11-20T14:05:00Z\n")
        let error = #expect(throws: CollectError.self) {
            _ = try Importer(kind: .deployments).read(file.path) { _ in throw Full() }
        }
        guard case .delivery(let cause)? = error else {
            Issue.record("not a failure of delivery")
            return
        }
        #expect(cause is Full)
    }
}
