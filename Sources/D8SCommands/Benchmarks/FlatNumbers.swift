import Foundation

/// A file of series of equal length, their values one after the other as little-endian numbers of
/// 8 bytes, that every side of a benchmark reads alike.
struct FlatNumbers {
    let path: String
    /// Values of each series.
    let points: Int

    func write(_ series: [[Double]]) throws {
        var bytes = Data()
        for values in series { values.withUnsafeBytes { bytes.append(contentsOf: $0) } }
        try bytes.write(to: URL(filePath: path))
    }

    func read() throws -> [[Double]] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        return bytes.withUnsafeBytes { buffer in
            let numbers = (0..<(buffer.count / 8)).map {
                buffer.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self)
            }
            return stride(from: 0, to: numbers.count, by: max(1, points)).map {
                Array(numbers[$0..<min($0 + points, numbers.count)])
            }
        }
    }
}
