import GRDB

/// Reads the head by series, a bounded number of samples at a time.
struct HeadReader {
    /// Samples of a group of series, some 16 MB; one series alone may have more.
    static let largestGroup = 1_000_000

    private let db: Database
    private let from: Int64
    private let to: Int64
    /// Samples of each series, by its key.
    private var counts: [Int32] = []
    private(set) var group = HeadGroup()
    /// The rows that cannot be read.
    private(set) var damage: [Damage] = []
    private(set) var isEmpty = true

    /// Counts the samples of every series in the rows that have something between two times.
    init(_ db: Database, from: Int64, to: Int64) throws {
        self.db = db
        self.from = from
        self.to = to
        let largest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM series") ?? 0
        var counts: [Int32] = []
        var damage: [Damage] = []
        try forEachRow { samples in
            if counts.isEmpty { counts = [Int32](repeating: 0, count: Int(largest) + 1) }
            for key in samples.series where key > 0 && key <= largest {
                counts[Int(key)] &+= 1
            }
        } damaged: {
            damage.append(.round(id: $0))
        }
        self.damage = damage
        isEmpty = counts.isEmpty
        self.counts = counts
    }

    /// How many samples a series has in the head.
    func count(of key: Int64) -> Int {
        key > 0 && key < counts.count ? Int(counts[Int(key)]) : 0
    }

    /// The keys of all series with samples, ascending.
    var keys: [Int64] {
        counts.indices.lazy.filter { counts[$0] > 0 }.map { Int64($0) }
    }

    /// Cuts a list into parts that can be gathered one after the other.
    func groups<Element>(of list: [Element], key: (Element) -> Int64) -> [ArraySlice<Element>] {
        var groups: [ArraySlice<Element>] = []
        var start = 0
        var size = 0
        for (index, element) in list.enumerated() {
            let count = count(of: key(element))
            if size > 0, size + count > Self.largestGroup {
                groups.append(list[start..<index])
                (start, size) = (index, 0)
            }
            size += count
        }
        return start < list.count ? groups + [list[start...]] : groups
    }

    /// Puts the samples of these series side by side in `group`, in the order of the keys.
    mutating func gather(_ keys: [Int64]) throws {
        guard !isEmpty else { return }
        group.reserve(keys.map { count(of: $0) })
        var slots = [Int32](repeating: -1, count: counts.count)
        for (slot, key) in keys.enumerated() where key > 0 && key < slots.count {
            slots[Int(key)] = Int32(slot)
        }
        var next = group.placesToFill
        var group = self.group
        self.group = HeadGroup()
        try forEachRow {
            group.scatter($0, slots: slots, next: &next)
        } damaged: { _ in
        }
        self.group = group
    }

    private func forEachRow(
        _ body: (HeadSamples) throws -> Void,
        damaged: (Int64) -> Void
    ) throws {
        let select = try PreparedStatement(
            "SELECT id, data FROM head WHERE first <= ?2 AND last >= ?1 ORDER BY id",
            in: db
        )
        defer { select.reset() }
        try select.bind(from, at: 1)
        try select.bind(to, at: 2)
        var samples = HeadSamples()
        while try select.step() {
            samples.removeAll()
            if HeadRound.decode(select.bytes(1), into: &samples) {
                try body(samples)
            } else {
                damaged(select.integer(0))
            }
        }
    }
}
