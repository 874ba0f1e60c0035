import D8SModel

/// Series, numbered from 0 in the order in which they were met.
struct SeriesNumbers {
    private(set) var series: [Series] = []
    private var numbers: [Series: Int] = [:]

    mutating func number(of series: Series) -> Int {
        if let number = numbers[series] { return number }
        numbers[series] = self.series.count
        self.series.append(series)
        return self.series.count - 1
    }
}
