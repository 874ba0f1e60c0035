import Foundation

/// A file of samples that every side of a benchmark reads alike: for each series the number of its
/// samples (4 bytes), their times and their values (8 bytes each), little-endian.
struct FlatSamples {
    let path: String

    /// Writes the samples of the mix.
    func make(series: Int, samples: Int) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        for number in 0..<series {
            var mix = SampleMix(series: number)
            let (times, values) = mix.columns(samples)
            var bytes = withUnsafeBytes(of: UInt32(samples).littleEndian) { Data($0) }
            times.withUnsafeBytes { bytes.append(contentsOf: $0) }
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
            try file.write(contentsOf: bytes)
        }
    }

    /// Hands over the columns of one series after the other.
    func forEach(_ body: (Int, [Int64], [Double]) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var number = 0
        while let head = try file.read(upToCount: 4), head.count == 4 {
            let count = Int(head.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
            guard let bytes = try file.read(upToCount: count * 16), bytes.count == count * 16
            else { throw CocoaError(.fileReadCorruptFile) }
            let times = bytes.withUnsafeBytes { bytes in
                (0..<count).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
            }
            let values = bytes.withUnsafeBytes { bytes in
                (count..<2 * count).map {
                    bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self)
                }
            }
            try body(number, times, values)
            number += 1
        }
    }
}
