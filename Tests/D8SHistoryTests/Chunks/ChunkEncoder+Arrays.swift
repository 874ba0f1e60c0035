@testable import D8SHistory

extension ChunkEncoder {
    /// Appends a raw chunk of these arrays.
    mutating func append(_ times: [Int64], _ values: [Double], to bytes: inout [UInt8]) throws {
        try times.withUnsafeBufferPointer { times in
            try values.withUnsafeBufferPointer { values in
                try append(times: times, values: values, to: &bytes)
            }
        }
    }
}

extension [UInt8] {
    /// A raw chunk of these columns.
    static func chunk(_ times: [Int64], _ values: [Double]) throws -> [UInt8] {
        var encoder = ChunkEncoder()
        var bytes: [UInt8] = []
        try encoder.append(times, values, to: &bytes)
        return bytes
    }
}
