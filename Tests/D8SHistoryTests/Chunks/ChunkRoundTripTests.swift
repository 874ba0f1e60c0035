import Testing

@testable import D8SHistory

struct ChunkRoundTripTests {
    @Test(arguments: NastyColumn.all)
    func `nasty columns come back bit for bit`(_ column: NastyColumn) throws {
        try expectRoundTrip(column.times, column.values)
    }

    @Test(arguments: 0..<150)
    func `random columns come back bit for bit`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = random.count()
        try expectRoundTrip(random.times(count), random.values(count))
    }

    @Test func `chunks follow each other in one buffer and in one pair of columns`() throws {
        var encoder = ChunkEncoder()
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for start in [0, 10, 20] as [Int64] {
            try encoder.append(
                (start..<start + 10).map { $0 * 1000 },
                (start..<start + 10).map { Double($0) / 4 },
                to: &bytes
            )
            ends.append(bytes.count)
        }
        var columns = SampleColumns()
        for (begin, end) in zip([0] + ends, ends) {
            try bytes[begin..<end].withUnsafeBytes { try columns.append(chunk: $0) }
        }
        #expect(Array(columns.times) == (0..<30).map { $0 * 1000 })
        #expect(Array(columns.values) == (0..<30).map { Double($0) / 4 })
    }

    private func expectRoundTrip(_ times: [Int64], _ values: [Double]) throws {
        var encoder = ChunkEncoder()
        var bytes: [UInt8] = []
        try encoder.append(times, values, to: &bytes)
        let header = try bytes.withUnsafeBytes { (bytes) throws(ChunkFault) in
            try ChunkHeader(bytes)
        }
        #expect(header.count == times.count)
        #expect(header.first == times.first)
        #expect(header.last == times.last)
        var columns = SampleColumns()
        try bytes.withUnsafeBytes { try columns.append(chunk: $0) }
        #expect(Array(columns.times) == times)
        #expect(columns.values.map(\.bitPattern) == values.map(\.bitPattern))
    }
}
