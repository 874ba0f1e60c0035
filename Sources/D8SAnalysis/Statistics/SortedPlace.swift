extension [Double] {
    /// How many of these ascending values are below this one: where it would stand.
    func place(of value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
