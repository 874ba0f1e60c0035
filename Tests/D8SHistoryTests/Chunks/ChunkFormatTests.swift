import Foundation
import Testing

@testable import D8SHistory

/// The format is what the README says, whoever reads or writes it.
struct ChunkFormatTests {
    /// The example of the README, worked out by hand; its checksum is what `xxhsum -H64` of
    /// Debian's xxhash package says of the bytes before it.
    private let example: [UInt8] = [
        0x01, 0x00, 0x04, 0x00, 0x00, 0x00, 0x00, 0x00,
        0xE8, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0xA0, 0x0F, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x01, 0x03, 0xD0, 0x0F,
        0x01, 0x00, 0x1E,
        0x05, 0x00, 0x04, 0x0A, 0x0F,
        0x9E, 0x7B, 0xF9, 0xC6, 0xD4, 0x28, 0xE6, 0x9C,
    ]

    @Test func `the example of the README is written and read as it says`() throws {
        #expect(try [UInt8].chunk([1000, 2000, 3000, 4000], [1.5, 2.5, 2.5, 4]) == example)
        var columns = SampleColumns()
        try example.withUnsafeBytes { try columns.append(chunk: $0) }
        #expect(Array(columns.times) == [1000, 2000, 3000, 4000])
        #expect(Array(columns.values) == [1.5, 2.5, 2.5, 4])
    }

    /// Of bytes 0, 7, 14 … modulo 256: `xxhsum -H64`, xxhash 0.8.1.
    @Test(
        arguments: [
            (0, 0xEF46_DB37_51D8_E999), (1, 0xE934_A84A_DB05_2768), (3, 0x9FF7_0A63_5A62_09AB),
            (4, 0xAE5A_CDC0_0A55_AC41), (7, 0xD734_A6B2_6F3D_A63E), (8, 0x8711_6B33_65B9_24EB),
            (31, 0x0F18_7C62_B1E7_22B7), (32, 0x91B0_CB09_31A8_C629), (33, 0x931B_043C_F8D6_5B94),
            (63, 0x2191_10BF_13E2_FA26), (64, 0xBF30_52E3_4457_75D0), (100, 0x8E22_72C0_8247_D5DB),
        ] as [(Int, UInt64)]
    )
    func `the checksum is that of xxhsum`(count: Int, hash: UInt64) {
        let bytes = (0..<count).map { UInt8($0 * 7 % 256) }
        #expect(bytes.withUnsafeBytes { XXH64.hash($0) } == hash)
    }

    @Test func `a reader made from the README reads what D8S writes`() throws {
        var lines = ""
        var expected: [String] = []
        for (seed, column) in NastyColumn.all.enumerated() {
            var random = SeededRandom(seed: UInt64(seed))
            let count = random.count()
            let pairs = [
                (column.times, column.values), (random.times(count), random.values(count)),
            ]
            for (times, values) in pairs {
                lines += try [UInt8].chunk(times, values).hexadecimal + "\n"
                expected.append(
                    [times.map { UInt64(bitPattern: $0) }, values.map(\.bitPattern)].shown
                )
            }
        }
        let answer = try python(["read"], input: lines)
        #expect(answer.split(separator: "\n").map { Self.unsigned($0) } == expected)
    }

    @Test(arguments: 1...3)
    func `D8S reads what a writer made from the README writes`(seed: Int) throws {
        let lines = try python(["write", "\(seed)"]).split(separator: "\n")
        #expect(lines.count == 30)
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1)
            let bytes = try #require([UInt8](hexadecimal: words[0]))
            let columns = try #require(try Self.read(bytes))
            #expect(columns.shown == Self.unsigned(words[1]))
        }
    }

    private static func read(_ bytes: [UInt8]) throws -> [[UInt64]]? {
        try bytes.withUnsafeBytes { chunk in
            if chunk[1] == 0 {
                var samples = SampleColumns()
                try samples.append(chunk: chunk)
                return [
                    samples.times.map { UInt64(bitPattern: $0) }, samples.values.map(\.bitPattern),
                ]
            }
            var rollups = RollupColumns()
            try rollups.append(chunk: chunk)
            return [rollups.ends, rollups.counts].map { $0.map { UInt64(bitPattern: $0) } }
                + RollupColumns.values.map { rollups[keyPath: $0].map(\.bitPattern) }
        }
    }

    /// Columns as the script shows them, negative numbers as the unsigned ones of the same bits.
    private static func unsigned(_ text: Substring) -> String {
        text.split(separator: " ").map { column in
            column.split(separator: ",").map { number in
                number.hasPrefix("-")
                    ? "\(UInt64(bitPattern: Int64(number) ?? 0))" : String(number)
            }.joined(separator: ",")
        }.joined(separator: " ")
    }

    private func python(_ arguments: [String], input: String = "") throws -> String {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/chunks.py").path()
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script] + arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: answer, as: UTF8.self)
    }
}

extension [[UInt64]] {
    fileprivate var shown: String {
        map { $0.map(String.init).joined(separator: ",") }.joined(separator: " ")
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    fileprivate init?(hexadecimal: Substring) {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == hexadecimal.count, digits.count % 2 == 0 else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] * 16 + digits[$0 + 1])
        }
    }
}
