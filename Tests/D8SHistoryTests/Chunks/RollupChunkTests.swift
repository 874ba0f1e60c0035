import Testing

@testable import D8SHistory

struct RollupChunkTests {
    @Test(arguments: 0..<12)
    func `rollups come back bit for bit`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let rollups = random.rollups()
        var encoder = ChunkEncoder()
        var read = RollupColumns()
        for start in stride(from: 0, to: rollups.count, by: 500) {
            let range = start..<min(start + 500, rollups.count)
            var bytes: [UInt8] = []
            try encoder.append(rollups, range, resolution: .hour, to: &bytes)
            let resolution = try bytes.withUnsafeBytes { try read.append(chunk: $0) }
            #expect(resolution == 3_600_000)
        }
        #expect(read.bits == rollups.bits)
    }

    @Test func `columns that nothing is in take seven bytes each`() throws {
        var rollups = RollupColumns()
        for hour in 1...1000 as ClosedRange<Int64> {
            rollups.append(
                Rollup(
                    end: hour * 3_600_000,
                    count: 0,
                    sum: 0,
                    minimum: 0,
                    maximum: 0,
                    last: 0,
                    increase: 0
                )
            )
        }
        var encoder = ChunkEncoder()
        var bytes: [UInt8] = []
        try encoder.append(rollups, 0..<300, resolution: .hour, to: &bytes)
        // Header, ends (flags, two bytes of length, four of step), counts, values, checksum.
        #expect(bytes.count == 24 + 7 + 5 + 5 * 7 + 8)
    }

    @Test func `a raw chunk is no rollup, and a rollup no raw chunk`() throws {
        let raw = try [UInt8].chunk([1], [1])
        var rollups = RollupColumns()
        #expect(throws: ChunkFault.kind(0)) {
            _ = try raw.withUnsafeBytes { try rollups.append(chunk: $0) }
        }
        var random = SeededRandom(seed: 1)
        var bytes: [UInt8] = []
        var encoder = ChunkEncoder()
        try encoder.append(random.rollups(), 0..<1, resolution: .day, to: &bytes)
        var samples = SampleColumns()
        #expect(throws: ChunkFault.kind(1)) {
            try bytes.withUnsafeBytes { try samples.append(chunk: $0) }
        }
    }
}

extension SeededRandom {
    fileprivate mutating func rollups() -> RollupColumns {
        let count = count()
        let (ends, counts) = (times(count), values(count))
        let columns = (0..<5).map { _ in values(count) }
        var rollups = RollupColumns()
        for index in 0..<count {
            rollups.append(
                Rollup(
                    end: ends[index],
                    count: Int64(bitPattern: counts[index].bitPattern),
                    sum: columns[0][index],
                    minimum: columns[1][index],
                    maximum: columns[2][index],
                    last: columns[3][index],
                    increase: columns[4][index]
                )
            )
        }
        return rollups
    }
}

extension RollupColumns {
    /// Every column as integers, NaN and all.
    fileprivate var bits: [[Int64]] {
        [ends, counts]
            + Self.values.map { self[keyPath: $0].map { Int64(bitPattern: $0.bitPattern) } }
    }
}
