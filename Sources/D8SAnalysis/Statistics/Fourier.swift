import Foundation

/// The discrete Fourier transform of lengths that are powers of two (Cooley & Tukey 1965).
struct Fourier {
    /// A power of two.
    let length: Int
    private let cosines: [Double]
    private let sines: [Double]

    /// Nil unless the length is a power of two below 2³⁰.
    init?(length: Int) {
        guard length > 0, length < 1 << 30, length & (length - 1) == 0 else { return nil }
        self.length = length
        let (cosines, sines) = Self.circle(length)
        self.cosines = cosines
        self.sines = sines
    }

    /// cos and −sin of the first half turn, mirrored from the first eighth.
    private static func circle(_ length: Int) -> ([Double], [Double]) {
        let half = max(1, length / 2)
        var cosines = [Double](repeating: 1, count: half)
        var sines = [Double](repeating: 0, count: half)
        for index in 0...(length / 8) where length >= 4 {
            let angle = 2 * Double.pi * Double(index) / Double(length)
            let (c, s, quarter) = (cos(angle), sin(angle), length / 4)
            (cosines[index], sines[index]) = (c, -s)
            (cosines[quarter - index], sines[quarter - index]) = (s, -c)
            (cosines[quarter + index], sines[quarter + index]) = (-s, -c)
            if index > 0 { (cosines[half - index], sines[half - index]) = (-c, -s) }
        }
        return (cosines, sines)
    }

    /// The smallest power of two that is not below `count`.
    static func length(atLeast count: Int) -> Int {
        count <= 1 ? 1 : 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount)
    }

    /// Transforms in place; both buffers have `length` elements, else nothing happens.
    func transform(
        _ real: UnsafeMutableBufferPointer<Double>,
        _ imaginary: UnsafeMutableBufferPointer<Double>
    ) {
        guard real.count == length, imaginary.count == length, length > 1 else { return }
        reverseBits(real, imaginary)
        cosines.withUnsafeBufferPointer { cosines in
            sines.withUnsafeBufferPointer { sines in
                var half = 1
                while half < length {
                    pass(real, imaginary, cosines, sines, half)
                    half *= 2
                }
            }
        }
    }

    private func pass(
        _ real: UnsafeMutableBufferPointer<Double>,
        _ imaginary: UnsafeMutableBufferPointer<Double>,
        _ cosines: UnsafeBufferPointer<Double>,
        _ sines: UnsafeBufferPointer<Double>,
        _ half: Int
    ) {
        let stride = length / (2 * half)
        var start = 0
        while start < length {
            for offset in 0..<half {
                let (low, high) = (start + offset, start + offset + half)
                let (c, s) = (cosines[offset * stride], sines[offset * stride])
                let re = real[high] * c - imaginary[high] * s
                let im = real[high] * s + imaginary[high] * c
                real[high] = real[low] - re
                imaginary[high] = imaginary[low] - im
                real[low] += re
                imaginary[low] += im
            }
            start += 2 * half
        }
    }

    private func reverseBits(
        _ real: UnsafeMutableBufferPointer<Double>,
        _ imaginary: UnsafeMutableBufferPointer<Double>
    ) {
        var mirror = 0
        for index in 1..<length {
            var bit = length >> 1
            while mirror & bit != 0 {
                mirror ^= bit
                bit >>= 1
            }
            mirror |= bit
            if index < mirror {
                real.swapAt(index, mirror)
                imaginary.swapAt(index, mirror)
            }
        }
    }
}
