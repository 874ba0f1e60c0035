import D8SModel
import GRDB

/// Sums by day and key while the charges of a collection come in, in bounded memory.
struct DaySums {
    struct Place: Hashable {
        let statement: Int64
        let day: Int64
        let key: Int64

        static func precedes(_ left: Place, _ right: Place) -> Bool {
            (left.statement, left.day, left.key) < (right.statement, right.day, right.key)
        }
    }

    private var places: [Place: Int] = [:]
    private var sums: [DaySum] = []
    /// Whether some were written before, so that more may have to be added to them.
    private var hasWritten = false
    /// Sums that are held at one time.
    private static let limit = 1 << 16

    @inline(__always)
    mutating func add(_ entry: CostEntry, at place: Place) throws {
        let index: Int
        if let known = places[place] {
            index = known
        } else {
            index = sums.count
            places[place] = index
            sums.append(DaySum())
        }
        guard sums[index].add(entry) else { throw Self.tooLarge(place) }
    }

    var isFull: Bool { sums.count >= Self.limit }

    /// Writes the sums, added to those that were written before.
    mutating func write(to db: Database) throws {
        let table = try DayTable(db)
        for (place, index) in places.sorted(by: { Place.precedes($0.key, $1.key) }) {
            var sum = sums[index]
            if hasWritten, let before = try table.sum(at: place) {
                guard sum.add(before) else { throw Self.tooLarge(place) }
            }
            try table.put(sum, at: place)
        }
        hasWritten = true
        places.removeAll(keepingCapacity: true)
        sums.removeAll(keepingCapacity: true)
    }

    private static func tooLarge(_ place: Place) -> HistoryError {
        let day = Day(number: Int(place.day))
        return .row(record: "costs of \(day)", reason: "their sum has more digits than 38")
    }
}
