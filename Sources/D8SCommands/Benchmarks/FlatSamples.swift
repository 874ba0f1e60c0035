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
            let count = head.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
            let length = Int(UInt32(littleEndian: count))
            let times: [Int64] = try column(of: length, file.fileDescriptor)
            try body(number, times, try column(of: length, file.fileDescriptor))
            number += 1
        }
    }

    /// Reads numbers to where they stay: a file of 320 MB is not to be copied on the way.
    private func column<Number: BitwiseCopyable>(
        of count: Int,
        _ descriptor: Int32
    ) throws -> [Number] {
        let column = [Number](unsafeUninitializedCapacity: count) { numbers, filled in
            let bytes = UnsafeMutableRawBufferPointer(numbers)
            var size = 0
            while size < count * 8 {
                let more = read(descriptor, bytes.baseAddress?.advanced(by: size), count * 8 - size)
                guard more > 0 else { break }
                size += more
            }
            filled = size / 8
        }
        guard column.count == count else { throw CocoaError(.fileReadCorruptFile) }
        return column
    }
}
