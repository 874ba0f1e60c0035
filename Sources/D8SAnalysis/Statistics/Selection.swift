/// Brings the k-th smallest value to its place in linear time (introselect, Musser 1997,
/// "Introspective Sorting and Selection Algorithms").
enum Selection {
    /// Afterwards nothing before `index` is larger than the value there, and nothing behind it is
    /// smaller.
    ///
    /// Values must not hold a NaN; an index outside the values does nothing.
    static func place(_ index: Int, in values: UnsafeMutableBufferPointer<Double>) {
        guard values.indices.contains(index) else { return }
        var low = 0
        var high = values.count - 1
        var patience = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
        while high - low > 12 {
            guard patience > 0 else {
                var rest = values[low...high]
                rest.sort()
                return
            }
            patience -= 1
            let (left, right) = partition(values, low, high)
            if index <= left {
                high = left
            } else if index >= right {
                low = right
            } else {
                return
            }
        }
        insertionSort(values, low, high)
    }

    /// Hoare's partition around the median of three: `…left` is not above, `right…` not below.
    private static func partition(
        _ values: UnsafeMutableBufferPointer<Double>,
        _ low: Int,
        _ high: Int
    ) -> (left: Int, right: Int) {
        let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        return (right, left)
    }

    private static func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
        max(min(a, b), min(max(a, b), c))
    }

    private static func insertionSort(
        _ values: UnsafeMutableBufferPointer<Double>,
        _ low: Int,
        _ high: Int
    ) {
        guard low < high else { return }
        for index in (low + 1)...high {
            let value = values[index]
            var hole = index
            while hole > low, values[hole - 1] > value {
                values[hole] = values[hole - 1]
                hole -= 1
            }
            values[hole] = value
        }
    }
}
