/// The 64-bit hash xxHash with seed 0.
///
/// <https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>, "XXH64 algorithm description".
enum XXH64 {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    /// The hash of all the bytes.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        guard let base = bytes.baseAddress else { return finish(prime5) }
        var (hash, done) = stripes(base, bytes.count)
        hash &+= UInt64(bytes.count)
        while done + 8 <= bytes.count {
            hash ^= round(0, load(base + done, as: UInt64.self))
            hash = rotated(hash, 27) &* prime1 &+ prime4
            done += 8
        }
        if done + 4 <= bytes.count {
            hash ^= UInt64(load(base + done, as: UInt32.self)) &* prime1
            hash = rotated(hash, 23) &* prime2 &+ prime3
            done += 4
        }
        while done < bytes.count {
            hash ^= UInt64(load(base + done, as: UInt8.self)) &* prime5
            hash = rotated(hash, 11) &* prime1
            done += 1
        }
        return finish(hash)
    }

    /// The hash of the whole stripes of 32 bytes, and how many bytes they are.
    private static func stripes(
        _ base: UnsafeRawPointer,
        _ count: Int
    ) -> (hash: UInt64, done: Int) {
        guard count >= 32 else { return (prime5, 0) }
        var lane1 = prime1 &+ prime2
        var lane2 = prime2
        var lane3: UInt64 = 0
        var lane4 = 0 &- prime1
        var done = 0
        while done + 32 <= count {
            lane1 = round(lane1, load(base + done, as: UInt64.self))
            lane2 = round(lane2, load(base + done + 8, as: UInt64.self))
            lane3 = round(lane3, load(base + done + 16, as: UInt64.self))
            lane4 = round(lane4, load(base + done + 24, as: UInt64.self))
            done += 32
        }
        var hash = rotated(lane1, 1) &+ rotated(lane2, 7)
        hash = hash &+ rotated(lane3, 12) &+ rotated(lane4, 18)
        for lane in [lane1, lane2, lane3, lane4] {
            hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
        }
        return (hash, done)
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* prime2, 31) &* prime1
    }

    @inline(__always)
    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word &<< bits | word &>> (64 &- bits)
    }

    @inline(__always)
    private static func load<Word: FixedWidthInteger & BitwiseCopyable>(
        _ address: UnsafeRawPointer,
        as word: Word.Type
    ) -> Word {
        Word(littleEndian: address.loadUnaligned(as: word))
    }

    private static func finish(_ hash: UInt64) -> UInt64 {
        var hash = (hash ^ hash &>> 33) &* prime2
        hash = (hash ^ hash &>> 29) &* prime3
        return hash ^ hash &>> 32
    }
}
