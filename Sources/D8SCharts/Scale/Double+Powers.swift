import Foundation

extension Double {
    /// The greatest power of ten that is not above this positive number; 1 for any other.
    static func powerOfTen(notAbove value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        return pow(10, log10(value).rounded(.down))
    }

    /// 10 to this power.
    static func powerOfTen(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

    var naturalLogarithm: Double { log(self) }

    /// e to this power.
    var exponential: Double { exp(self) }
}
