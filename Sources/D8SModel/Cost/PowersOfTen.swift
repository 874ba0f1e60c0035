/// The powers of ten that 128 bits hold.
enum PowersOfTen {
    /// 10^`exponent`; the nearest one there is for an exponent that is not 0 to 38.
    static subscript(exponent: Int) -> UInt128 {
        all[min(max(exponent, 0), 38)]
    }

    private static let all: [UInt128] = {
        var powers: [UInt128] = [1]
        for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()
}
