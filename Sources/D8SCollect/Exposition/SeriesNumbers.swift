import D8SModel

/// Series, numbered from 0 in the order in which they were met.
struct SeriesNumbers {
    private(set) var series: [Series] = []
    private var places = HashPlaces()

    mutating func number(of series: Series) -> Int {
        let hash = series.key.withUnsafeBufferPointer { ByteHash.hash($0) }
        let known = places.find(hash) { self.series[$0].key == series.key }
        if let known { return known }
        places.add(hash)
        self.series.append(series)
        return self.series.count - 1
    }
}
