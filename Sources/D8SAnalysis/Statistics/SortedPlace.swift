extension Array {
    /// The first place from which on the condition, true before it, is false.
    func place(_ isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Double] {
    /// How many of these ascending values are below this one: where it would stand.
    func place(of value: Double) -> Int { place { $0 < value } }
}
