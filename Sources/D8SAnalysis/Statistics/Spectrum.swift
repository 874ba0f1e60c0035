import Foundation

/// How the variation of a series is spread over frequencies.
enum Spectrum {
    /// The periodogram at the frequencies k / count for k = 0 … count / 2, for any count: |Σ x e^…|²
    /// (Bluestein 1970, "A Linear Filtering Approach to the Computation of Discrete Fourier
    /// Transform").
    ///
    /// Empty for less than two values, and beyond 2²⁸; values must be finite.
    static func powers(_ series: [Double]) -> [Double] {
        let count = series.count
        guard count > 1, count < 1 << 28,
            let fourier = Fourier(length: Fourier.length(atLeast: 2 * count - 1))
        else { return [] }
        let length = fourier.length
        let chirp = (0..<count).map { (index: Int) -> (Double, Double) in
            // k² modulo 2n, so that the angle keeps its digits.
            let square = (index * index) % (2 * count)
            let angle = Double.pi * Double(square) / Double(count)
            return (cos(angle), sin(angle))
        }
        var one = Complex(length)
        var two = Complex(length)
        for (index, (c, s)) in chirp.enumerated() {
            one.real[index] = series[index] * c
            one.imaginary[index] = -series[index] * s
            (two.real[index], two.imaginary[index]) = (c, s)
            if index > 0 {
                (two.real[length - index], two.imaginary[length - index]) = (c, s)
            }
        }
        one.transform(fourier)
        two.transform(fourier)
        one.multiply(two)
        // The transform of the conjugate is the conjugate of the inverse: its size is the same.
        for index in one.imaginary.indices { one.imaginary[index] = -one.imaginary[index] }
        one.transform(fourier)
        let scale = 1 / (Double(length) * Double(length))
        return (0...(count / 2)).map { index in
            let (re, im) = (one.real[index], one.imaginary[index])
            return (re * re + im * im) * scale
        }
    }

    private struct Complex {
        var real: [Double]
        var imaginary: [Double]

        init(_ count: Int) {
            real = [Double](repeating: 0, count: count)
            imaginary = real
        }

        mutating func transform(_ fourier: Fourier) {
            real.withUnsafeMutableBufferPointer { real in
                imaginary.withUnsafeMutableBufferPointer { fourier.transform(real, $0) }
            }
        }

        mutating func multiply(_ other: Complex) {
            for index in real.indices {
                let (a, b) = (real[index], imaginary[index])
                let (c, d) = (other.real[index], other.imaginary[index])
                real[index] = a * c - b * d
                imaginary[index] = a * d + b * c
            }
        }
    }
}
