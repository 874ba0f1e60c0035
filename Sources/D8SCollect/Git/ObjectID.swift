/// The name of a git object: 20 bytes (SHA-1) or 32 (SHA-256), small enough for tables of millions.
struct ObjectID: Hashable, Sendable {
    private var words: SIMD4<UInt64> = .zero
    private let isLong: Bool

    /// Reads 40 or 64 hexadecimal digits; nil if it is anything else.
    init?(hex: some Collection<UInt8>) {
        guard hex.count == 40 || hex.count == 64 else { return nil }
        isLong = hex.count == 64
        var position = 0
        for byte in hex {
            guard let digit = Self.value(ofDigit: byte) else { return nil }
            words[position / 16] = words[position / 16] << 4 | digit
            position += 1
        }
    }

    /// The id in lower-case hexadecimal digits.
    var hex: String {
        let count = isLong ? 64 : 40
        return String(unsafeUninitializedCapacity: count) { memory in
            for position in 0..<count {
                memory[position] = hexDigit(at: position)
            }
            return count
        }
    }

    /// The first twelve digits, as people write it.
    var short: String { String(hex.prefix(12)) }

    /// True if the id begins with these hexadecimal digits of either case.
    func hasPrefix(_ digits: some Collection<UInt8>) -> Bool {
        digits.enumerated().allSatisfy { position, digit in
            position < (isLong ? 64 : 40) && hexDigit(at: position) == digit | 0x20
        }
    }

    private func hexDigit(at position: Int) -> UInt8 {
        // The third word of a short id holds its last eight digits only.
        let held = !isLong && position >= 32 ? 8 : 16
        let shift = UInt64((held - 1 - position % 16) * 4)
        let digit = UInt8(truncatingIfNeeded: words[position / 16] >> shift & 0xf)
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    private static func value(ofDigit byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
