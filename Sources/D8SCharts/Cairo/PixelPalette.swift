/// Numbers the colours of an image in the order of their first use.
struct PixelPalette {
    private let mask: UInt32
    private(set) var colors: [UInt32] = []
    /// Open addressing: a place holds a colour's number plus one, 0 is free.
    private var places = [UInt16](repeating: 0, count: 1024)
    private var keys = [UInt32](repeating: 0, count: 1024)

    /// Colours that differ in so many low bits of each channel only count as one.
    init(unseenBits: Int) {
        let channel = (UInt32(0xff) >> unseenBits) << unseenBits
        mask = channel << 16 | channel << 8 | channel
    }

    /// The colour's number; nil if it would be the 257th.
    mutating func index(of word: UInt32) -> UInt8? {
        let key = word & mask
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 22)
        while places[place] != 0 {
            if keys[place] == key { return UInt8(truncatingIfNeeded: places[place] &- 1) }
            place = (place + 1) & 1023
        }
        guard colors.count < 256 else { return nil }
        colors.append(word & 0xff_ffff)
        keys[place] = key
        places[place] = UInt16(colors.count)
        return UInt8(colors.count - 1)
    }
}
