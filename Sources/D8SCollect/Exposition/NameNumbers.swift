/// Names, numbered from 0 in the order in which they were met.
struct NameNumbers {
    private(set) var names: [[UInt8]] = []
    private var places = HashPlaces()
    /// The one asked for last, since lines of one family stand together.
    private var last = 0

    /// The number of a name; nil if it has not been met.
    mutating func find(_ name: [UInt8]) -> Int? {
        if last < names.count, names[last] == name { return last }
        let hash = name.withUnsafeBytes { HashPlaces.hash($0) }
        guard let number = places.find(hash, { names[$0] == name }) else { return nil }
        last = number
        return number
    }

    /// Numbers a name that has not been met.
    mutating func add(_ name: [UInt8]) -> Int {
        last = names.count
        places.add(name.withUnsafeBytes { HashPlaces.hash($0) })
        names.append(name)
        return last
    }
}
