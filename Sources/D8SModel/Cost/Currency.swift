/// A currency by its code of three capital letters (ISO 4217): `USD`.
package struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let letters: UInt32

    /// The dollar of the United States, in which default rates are.
    package static let usd = Currency(letters: 0x55_53_44)

    private init(letters: UInt32) {
        self.letters = letters
    }

    /// Nil if the text is not three capital letters from A to Z.
    package init?(_ code: some StringProtocol) {
        var code = String(code)
        guard let currency = code.withUTF8({ Currency(utf8: $0) }) else { return nil }
        self = currency
    }

    /// The same from the bytes of a text.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 3, bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= $0 })
        else { return nil }
        letters = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    package var code: String {
        let bytes = [16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    package var description: String { code }

    package static func < (left: Currency, right: Currency) -> Bool {
        left.letters < right.letters
    }
}
