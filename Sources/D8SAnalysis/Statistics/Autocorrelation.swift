/// How a series goes with itself some steps later.
package enum Autocorrelation {
    /// The autocorrelations at lags 0 … `lags`, or as far as the series goes; the divisor is the
    /// number of values at every lag, as is usual (Box & Jenkins 1970).
    ///
    /// Only 1 and zeros for a series that does not vary, nothing without values; the series must
    /// not hold a NaN.
    package static func of(_ series: [Double], lags: Int) -> [Double] {
        let last = min(max(0, lags), series.count - 1)
        guard last >= 0 else { return [] }
        let mean = series.reduce(0, +) / Double(series.count)
        let centred = series.map { $0 - mean }
        let power = centred.reduce(0) { $0 + $1 * $1 }
        let scale = series.reduce(0) { max($0, abs($1)) } * 0x1p-50
        guard power.isFinite, power > scale * scale * Double(series.count) else {
            return [1] + [Double](repeating: 0, count: last)
        }
        let isFew = Double(last) < 64
        let products = isFew ? direct(centred, last) : transformed(centred, last)
        return products.map { $0 / power }
    }

    private static func direct(_ values: [Double], _ last: Int) -> [Double] {
        values.withUnsafeBufferPointer { values in
            (0...last).map { lag in
                var sum = 0.0
                for index in lag..<values.count { sum += values[index] * values[index - lag] }
                return sum
            }
        }
    }

    /// By the power spectrum (Wiener & Khinchin), padded so that the ends do not meet.
    private static func transformed(_ values: [Double], _ last: Int) -> [Double] {
        let length = Fourier.length(atLeast: values.count + last + 1)
        guard let fourier = Fourier(length: length) else { return direct(values, last) }
        var real = values + [Double](repeating: 0, count: length - values.count)
        var imaginary = [Double](repeating: 0, count: length)
        real.withUnsafeMutableBufferPointer { real in
            imaginary.withUnsafeMutableBufferPointer { imaginary in
                fourier.transform(real, imaginary)
                for index in real.indices {
                    let (re, im) = (real[index], imaginary[index])
                    real[index] = re * re + im * im
                    imaginary[index] = 0
                }
                fourier.transform(real, imaginary)
            }
        }
        return real[0...last].map { $0 / Double(length) }
    }
}
