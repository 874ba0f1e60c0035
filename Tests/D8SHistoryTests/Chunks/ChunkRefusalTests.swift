import Testing

@testable import D8SHistory

/// Damaged and hostile bytes are refused; they never crash and never leave half a chunk behind.
struct ChunkRefusalTests {
    @Test func `every truncation is refused`() throws {
        for column in NastyColumn.all {
            let bytes = try [UInt8].chunk(column.times, column.values)
            for length in Set(0..<min(bytes.count, 200)).union([bytes.count - 1]) {
                #expect(throws: ChunkFault.self) { try read(Array(bytes.prefix(length))) }
            }
        }
    }

    @Test func `every flipped bit is refused`() throws {
        let bytes = try [UInt8].chunk(
            (0..<300).map { $0 * 15 },
            (0..<300).map { Double($0 * $0) / 8 }
        )
        for bit in 0..<bytes.count * 8 {
            var broken = bytes
            broken[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: ChunkFault.self) { try read(broken) }
        }
    }

    /// Somebody who writes the checksum, too: whatever happens, it ends, within the header's rows.
    @Test(arguments: 0..<8)
    func `changed bytes with a right checksum are refused or read, and nothing else`(
        seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 1...300, using: &random)
        let bytes = try [UInt8].chunk(random.times(count), random.values(count))
        for _ in 0..<60 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<broken.count - 8, using: &random)
                broken[place] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                let length = Int.random(in: 32...broken.count, using: &random)
                broken = Array(broken.prefix(length))
            }
            broken.repairChecksum()
            var columns = SampleColumns()
            columns.append(time: 7, value: 8)
            do {
                try broken.withUnsafeBytes { try columns.append(chunk: $0) }
                #expect(columns.count <= 4097)
                let times = Array(columns.times.dropFirst())
                #expect(times == times.sorted())
            } catch is ChunkFault {
                #expect(Array(columns.times) == [7])
                #expect(Array(columns.values) == [8])
            }
        }
    }

    @Test(arguments: 0..<8)
    func `bytes by chance with a right checksum are refused or read`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let header = try [UInt8].chunk(
            (0..<4096).map { $0 * 1000 },
            Array(repeating: 1, count: 4096)
        ).prefix(24)
        for _ in 0..<60 {
            var bytes = Array(header)
            for _ in 0..<Int.random(in: 8...600, using: &random) {
                bytes.append(
                    UInt8.random(in: 0...(Bool.random(using: &random) ? 31 : 255), using: &random)
                )
            }
            bytes.repairChecksum()
            do { try read(bytes) } catch is ChunkFault {}
            bytes[1] = 1
            bytes[4] = 1
            bytes.repairChecksum()
            var rollups = RollupColumns()
            do {
                _ = try bytes.withUnsafeBytes { try rollups.append(chunk: $0) }
            } catch is ChunkFault {
                #expect(rollups == RollupColumns())
            }
        }
    }

    @Test func `the fault says what is wrong`() throws {
        let bytes = try [UInt8].chunk([1, 2, 3], [1, 2, 3])
        #expect(throws: ChunkFault.truncated) { try read([]) }
        #expect(throws: ChunkFault.version(2)) { try read([2] + bytes.dropFirst()) }
        #expect(throws: ChunkFault.kind(9)) { try read([1, 9] + bytes.dropFirst(2)) }
        #expect(throws: ChunkFault.count(0)) { try read([1, 0, 0, 0] + bytes.dropFirst(4)) }
        #expect(throws: ChunkFault.count(4097)) { try read([1, 0, 1, 16] + bytes.dropFirst(4)) }
        #expect(throws: ChunkFault.checksum) { try read(Array(bytes.dropLast()) + [1]) }
        var longer = bytes
        longer.insert(0, at: bytes.count - 8)
        longer.repairChecksum()
        #expect(throws: ChunkFault.malformed(at: bytes.count - 8)) { try read(longer) }
    }

    @Test func `samples that no chunk can hold are refused`() {
        #expect(throws: ChunkFault.count(0)) { try [UInt8].chunk([], []) }
        #expect(throws: ChunkFault.count(1)) { try [UInt8].chunk([1, 2], [1]) }
        #expect(throws: ChunkFault.count(4097)) {
            try [UInt8].chunk(Array(0..<4097), Array(repeating: 0, count: 4097))
        }
        #expect(throws: ChunkFault.times) { try [UInt8].chunk([2, 2], [1, 1]) }
        #expect(throws: ChunkFault.times) { try [UInt8].chunk([2, 1], [1, 1]) }
        #expect(throws: ChunkFault.times) { try [UInt8].chunk([Int64.min, 1], [1, 1]) }
        #expect(throws: ChunkFault.times) { try [UInt8].chunk([0, .max], [1, 1]) }
    }

    private func read(_ bytes: [UInt8]) throws {
        var columns = SampleColumns()
        try bytes.withUnsafeBytes { try columns.append(chunk: $0) }
    }
}

extension [UInt8] {
    fileprivate mutating func repairChecksum() {
        let body = dropLast(8)
        let hash = Array(body).withUnsafeBytes { XXH64.hash($0) }
        self = body + (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
}
