/// Reads values of a width that the compiler knows, so that it knows every shift, too.
struct Unpacking<let width: Int> {
    /// Reads groups of eight values, which fill `width` bytes.
    static func unpack(
        _ source: UnsafeRawPointer,
        _ groups: Int,
        _ values: UnsafeMutablePointer<Int64>,
        _ shift: Int64,
        _ base: Int64
    ) {
        for group in 0..<groups {
            let bytes = source + group &* width
            let out = values + group &* 8
            out[0] = value(bytes, 0) &<< shift &+ base
            out[1] = value(bytes, 1) &<< shift &+ base
            out[2] = value(bytes, 2) &<< shift &+ base
            out[3] = value(bytes, 3) &<< shift &+ base
            out[4] = value(bytes, 4) &<< shift &+ base
            out[5] = value(bytes, 5) &<< shift &+ base
            out[6] = value(bytes, 6) &<< shift &+ base
            out[7] = value(bytes, 7) &<< shift &+ base
        }
    }

    @inline(__always)
    private static func value(_ bytes: UnsafeRawPointer, _ index: Int) -> Int64 {
        let bit = index &* width
        let word = bytes.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        let value = UInt64(littleEndian: word) &>> UInt64(truncatingIfNeeded: bit & 7)
        return Int64(bitPattern: value & BitPacking.mask(width))
    }
}

/// The function for each width up to 56.
enum UnpackTable {
    typealias Function =
        @Sendable (UnsafeRawPointer, Int, UnsafeMutablePointer<Int64>, Int64, Int64) -> Void

    static let all: [Function] = [
        Unpacking<0>.unpack, Unpacking<1>.unpack, Unpacking<2>.unpack, Unpacking<3>.unpack,
        Unpacking<4>.unpack, Unpacking<5>.unpack, Unpacking<6>.unpack, Unpacking<7>.unpack,
        Unpacking<8>.unpack, Unpacking<9>.unpack, Unpacking<10>.unpack, Unpacking<11>.unpack,
        Unpacking<12>.unpack, Unpacking<13>.unpack, Unpacking<14>.unpack, Unpacking<15>.unpack,
        Unpacking<16>.unpack, Unpacking<17>.unpack, Unpacking<18>.unpack, Unpacking<19>.unpack,
        Unpacking<20>.unpack, Unpacking<21>.unpack, Unpacking<22>.unpack, Unpacking<23>.unpack,
        Unpacking<24>.unpack, Unpacking<25>.unpack, Unpacking<26>.unpack, Unpacking<27>.unpack,
        Unpacking<28>.unpack, Unpacking<29>.unpack, Unpacking<30>.unpack, Unpacking<31>.unpack,
        Unpacking<32>.unpack, Unpacking<33>.unpack, Unpacking<34>.unpack, Unpacking<35>.unpack,
        Unpacking<36>.unpack, Unpacking<37>.unpack, Unpacking<38>.unpack, Unpacking<39>.unpack,
        Unpacking<40>.unpack, Unpacking<41>.unpack, Unpacking<42>.unpack, Unpacking<43>.unpack,
        Unpacking<44>.unpack, Unpacking<45>.unpack, Unpacking<46>.unpack, Unpacking<47>.unpack,
        Unpacking<48>.unpack, Unpacking<49>.unpack, Unpacking<50>.unpack, Unpacking<51>.unpack,
        Unpacking<52>.unpack, Unpacking<53>.unpack, Unpacking<54>.unpack, Unpacking<55>.unpack,
        Unpacking<56>.unpack,
    ]
}
