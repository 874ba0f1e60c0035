/// Sums of products, several at a time.
enum Products {
    /// Σ aᵢ bᵢ.
    @inline(__always)
    static func sum(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double
    {
        let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        var (one, two) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
        var index = 0
        while index &+ 8 <= count {
            let (near, far) = (index &* 8, index &* 8 &+ 32)
            one +=
                x.loadUnaligned(fromByteOffset: near, as: SIMD4<Double>.self)
                * y.loadUnaligned(fromByteOffset: near, as: SIMD4<Double>.self)
            two +=
                x.loadUnaligned(fromByteOffset: far, as: SIMD4<Double>.self)
                * y.loadUnaligned(fromByteOffset: far, as: SIMD4<Double>.self)
            index &+= 8
        }
        var total = (one + two).sum()
        while index < count {
            total += a[index] * b[index]
            index &+= 1
        }
        return total
    }

    /// What a weighted line through points needs; distances are counted from `place`.
    struct Moments {
        /// Σ w, Σ w d, Σ w d².
        var (weight, first, second) = (0.0, 0.0, 0.0)
        /// Σ w v, Σ w d v.
        var (value, product) = (0.0, 0.0)
    }

    /// The sums with weights aᵢ bᵢ.
    static func moments(
        _ a: UnsafePointer<Double>,
        _ b: UnsafePointer<Double>,
        _ values: UnsafePointer<Double>,
        _ count: Int,
        _ place: Int
    ) -> Moments {
        let (x, y, z) = (UnsafeRawPointer(a), UnsafeRawPointer(b), UnsafeRawPointer(values))
        typealias Four = SIMD4<Double>
        var (s0, s1, s2, v0, v1) = (Four.zero, Four.zero, Four.zero, Four.zero, Four.zero)
        var distance = Four(0, 1, 2, 3) - Double(place)
        var index = 0
        while index &+ 4 <= count {
            let offset = index &* 8
            let weight =
                x.loadUnaligned(fromByteOffset: offset, as: Four.self)
                * y.loadUnaligned(fromByteOffset: offset, as: Four.self)
            let moved = weight * distance
            let value = z.loadUnaligned(fromByteOffset: offset, as: Four.self)
            s0 += weight
            s1 += moved
            s2 += moved * distance
            v0 += weight * value
            v1 += moved * value
            distance += 4
            index &+= 4
        }
        var sums = Moments()
        (sums.weight, sums.first, sums.second) = (s0.sum(), s1.sum(), s2.sum())
        (sums.value, sums.product) = (v0.sum(), v1.sum())
        while index < count {
            let (weight, distance) = (a[index] * b[index], Double(index - place))
            sums.weight += weight
            sums.first += weight * distance
            sums.second += weight * distance * distance
            sums.value += weight * values[index]
            sums.product += weight * distance * values[index]
            index &+= 1
        }
        return sums
    }
}
