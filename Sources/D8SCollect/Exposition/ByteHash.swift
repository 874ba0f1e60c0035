/// A quick hash of short texts, after wyhash (<https://github.com/wangyi-fudan/wyhash>).
///
/// Its secrets are drawn anew by each process, so that nobody can send texts that all have one
/// hash; nothing that comes out may depend on it.
enum ByteHash {
    private static let secrets = (
        UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max),
        UInt64.random(in: .min ... .max)
    )

    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return 0 }
        let count = text.count
        var seed = secrets.0
        var (left, right): (UInt64, UInt64) = (0, 0)
        if count > 16 {
            var done = 0
            while count - done > 16 {
                seed = folded(word(base + done) ^ secrets.1, word(base + done + 8) ^ seed)
                done += 16
            }
            (left, right) = (word(base + count - 16), word(base + count - 8))
        } else if count >= 8 {
            (left, right) = (word(base), word(base + count - 8))
        } else if count >= 4 {
            (left, right) = (half(base), half(base + count - 4))
        } else if count > 0 {
            left = UInt64(text[0]) << 16 | UInt64(text[count / 2]) << 8 | UInt64(text[count - 1])
        }
        let mixed = folded(left ^ secrets.1, right ^ seed)
        return UInt32(truncatingIfNeeded: folded(mixed ^ secrets.2, UInt64(count) ^ secrets.1))
    }

    /// 128 bits, by which a text is known again without being kept.
    @inline(__always)
    static func wide(_ text: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var seeds = (secrets.0, ~secrets.0)
        func mix(_ left: UInt64, _ right: UInt64) {
            seeds.0 = folded(left ^ secrets.1, right ^ seeds.0)
            seeds.1 = folded(right ^ secrets.2, left ^ seeds.1)
        }
        guard let base = text.baseAddress else { return seeds }
        var done = 0
        while text.count - done >= 16 {
            mix(word(base + done), word(base + done + 8))
            done += 16
        }
        var (left, right): (UInt64, UInt64) = (0, 0)
        for i in done..<text.count {
            right = right << 8 | left >> 56
            left = left << 8 | UInt64(text[i])
        }
        mix(left, right)
        mix(UInt64(text.count), secrets.1)
        return seeds
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ address: UnsafeRawPointer) -> UInt64 {
        address.loadUnaligned(as: UInt64.self)
    }

    @inline(__always)
    private static func half(_ address: UnsafeRawPointer) -> UInt64 {
        UInt64(address.loadUnaligned(as: UInt32.self))
    }
}
