import D8SModel
import GRDB

/// The samples of a batch on their way into the history, inside one transaction.
struct SampleIngestion {
    /// Times that are taken lie within this many milliseconds of 1970: what a chunk can hold.
    static let farthest: Int64 = 1 << 50

    let db: Database
    let source: Int64
    /// Nothing later is taken.
    let latest: Int64
    var memory: SeriesMemory
    var count = IngestCount()
    /// Series that were active on days of which nothing was noted yet.
    private var activity: [Int64: [Int64]] = [:]
    private var scratch: [Int64] = []
    private var gathered = HeadSamples()
    private var writer: ChunkWriter?
    /// Samples in a column from which on it goes into chunks at once.
    private static let longColumn = 256

    init(_ db: Database, source: Int64, latest: Int64, memory: SeriesMemory) throws {
        self.db = db
        self.source = source
        self.latest = min(latest, Self.farthest)
        self.memory = memory
        try forgetRemovedSeries()
    }

    mutating func add(_ batch: RecordBatch) throws {
        for round in batch.rounds { try add(round) }
        for column in batch.columns { try add(column) }
        try writeGathered()
        try noteActivity()
    }

    /// Other processes may have removed series, whose keys must not be used any more.
    private mutating func forgetRemovedSeries() throws {
        let removals = try Upkeep(db).value(of: .removals) ?? 0
        guard memory.removals != removals else { return }
        memory = SeriesMemory()
        memory.removals = removals
    }
}

// MARK: - Rounds

extension SampleIngestion {
    private mutating func add(_ round: SampleRound) throws {
        let count = round.times.count
        guard round.positions.count == count, round.values.count == count else {
            throw HistoryError.row(record: "round", reason: "its columns differ in length")
        }
        guard let first = round.times.min(), let last = round.times.max() else { return }
        let listKey = SeriesMemory.ListKey(source: source, list: ObjectIdentifier(round.list))
        var list = try memory.takeList(listKey) ?? resolve(round.list)
        defer { memory.putList(list, listKey) }
        self.count.refusedSeries += list.refused
        let lookedUp = round.positions.allSatisfy { $0 >= 0 && Int($0) < list.keys.count }
        guard lookedUp else {
            throw HistoryError.row(record: "round", reason: "it names a series beyond its list")
        }
        if list.refused == 0, first >= -Self.farthest, last <= latest {
            try writeWhole(round, list, first: first, last: last)
        } else {
            try writeParts(round, list)
        }
        note(round, &list, first: ActiveSeries.day(of: first), last: ActiveSeries.day(of: last))
    }

    private mutating func resolve(_ list: SeriesList) throws -> ResolvedList {
        ResolvedList(list: list, keys: try list.series.map { try admit($0) })
    }

    private mutating func writeWhole(
        _ round: SampleRound,
        _ list: ResolvedList,
        first: Int64,
        last: Int64
    ) throws {
        let keys = list.keys
        scratch.removeAll(keepingCapacity: true)
        scratch.reserveCapacity(round.positions.count)
        keys.withUnsafeBufferPointer { keys in
            for position in round.positions { scratch.append(keys[Int(position)]) }
        }
        try write(series: scratch, times: round.times, values: round.values)
    }

    private mutating func writeParts(_ round: SampleRound, _ list: ResolvedList) throws {
        for index in round.times.indices {
            let key = list.keys[Int(round.positions[index])]
            try gather(key, round.times[index], round.values[index])
        }
        try writeGathered()
    }

    /// Remembers on which days the series of a round were active, each once a day.
    private mutating func note(
        _ round: SampleRound,
        _ list: inout ResolvedList,
        first: Int64,
        last: Int64
    ) {
        guard first == last else {
            for index in round.times.indices {
                let key = list.keys[Int(round.positions[index])]
                note(key, on: ActiveSeries.day(of: round.times[index]))
            }
            return
        }
        if list.day != first {
            list.day = first
            list.isNoted = [Bool](repeating: false, count: list.keys.count)
        }
        for position in round.positions where !list.isNoted[Int(position)] {
            list.isNoted[Int(position)] = true
            note(list.keys[Int(position)], on: first)
        }
    }
}

// MARK: - Columns

extension SampleIngestion {
    private mutating func add(_ column: SampleColumn) throws {
        guard column.times.count == column.values.count else {
            throw HistoryError.row(
                record: "column of \(Excerpt.of("\(column.series)"))",
                reason: "it has not as many values as times"
            )
        }
        let key = try admit(column.series)
        guard key != 0 else {
            count.refusedSeries += 1
            return
        }
        if try mergeAtOnce(column, key: key) { return }
        var noted = Int64.min
        for index in column.times.indices {
            try gather(key, column.times[index], column.values[index])
            let day = ActiveSeries.day(of: column.times[index])
            if day != noted { note(key, on: day) }
            noted = day
        }
    }

    /// Merges a long column into chunks without a way through the head.
    ///
    /// Not if the head has something of its time, which was said before and must not count after.
    ///
    /// - Returns: False if it is not so.
    private mutating func mergeAtOnce(_ column: SampleColumn, key: Int64) throws -> Bool {
        guard column.times.count >= Self.longColumn, let first = column.times.min(),
            let last = column.times.max(), first >= -Self.farthest, last <= latest,
            gathered.count == 0, try !isInHead(first, last)
        else { return false }
        let isAscending = column.times.withUnsafeBufferPointer { SampleOrder.isAscending($0) }
        guard isAscending else { return false }
        var writer = try self.writer ?? ChunkWriter(db)
        self.writer = nil
        try column.times.withUnsafeBufferPointer { times in
            try column.values.withUnsafeBufferPointer { try writer.merge(key, times, $0) }
        }
        self.writer = writer
        count.samples += column.times.count
        noteDays(of: column, key: key)
        return true
    }

    /// Notes on which days an ascending column has samples, by leaps.
    private mutating func noteDays(of column: SampleColumn, key: Int64) {
        var rest = column.times[...]
        while let time = rest.first {
            let day = ActiveSeries.day(of: time)
            note(key, on: day)
            let end = (day + 1) * ActiveSeries.dayLength
            rest = rest.dropFirst(SampleOrder.range(rest, from: end, to: .max).lowerBound)
        }
    }

    private func isInHead(_ first: Int64, _ last: Int64) throws -> Bool {
        let select = try PreparedStatement(
            "SELECT 1 FROM head WHERE first <= ?2 AND last >= ?1 LIMIT 1",
            in: db
        )
        defer { select.reset() }
        try select.bind(first, at: 1)
        try select.bind(last, at: 2)
        return try select.step()
    }

    private mutating func gather(_ key: Int64, _ time: Int64, _ value: Double) throws {
        guard key != 0 else { return }
        guard -Self.farthest...latest ~= time else {
            count.refusedSamples += 1
            return
        }
        gathered.append(series: key, time: time, value: value)
        if gathered.count == HeadRound.largestCount { try writeGathered() }
    }

    private mutating func writeGathered() throws {
        let samples = gathered
        try write(series: samples.series, times: samples.times, values: samples.values)
        gathered.removeAll()
    }
}

// MARK: - The head

extension SampleIngestion {
    /// Appends samples to the head, in rows of a bounded size.
    private mutating func write(series: [Int64], times: [Int64], values: [Double]) throws {
        for start in stride(from: 0, to: times.count, by: HeadRound.largestCount) {
            let part = start..<min(start + HeadRound.largestCount, times.count)
            try times.withUnsafeBufferPointer { times in
                try series.withUnsafeBufferPointer { series in
                    try values.withUnsafeBufferPointer { values in
                        try append(
                            series: UnsafeBufferPointer(rebasing: series[part]),
                            times: UnsafeBufferPointer(rebasing: times[part]),
                            values: UnsafeBufferPointer(rebasing: values[part])
                        )
                    }
                }
            }
        }
        count.samples += times.count
        memory.headCount = memory.headCount.map { $0 + times.count }
    }

    private func append(
        series: UnsafeBufferPointer<Int64>,
        times: UnsafeBufferPointer<Int64>,
        values: UnsafeBufferPointer<Double>
    ) throws {
        let insert = try PreparedStatement(
            "INSERT INTO head (source, count, first, last, data) VALUES (?1, ?2, ?3, ?4, ?5)",
            in: db
        )
        try insert.bind(source, at: 1)
        try insert.bind(Int64(times.count), at: 2)
        try insert.bind(times.min(), at: 3)
        try insert.bind(times.max(), at: 4)
        let bytes = HeadRound.encode(series: series, times: times, values: values)
        try insert.bind(blob: bytes, at: 5)
        try insert.run()
    }
}

// MARK: - Series

extension SampleIngestion {
    /// The key of a series, which is made if there is none; 0 if the source has too many.
    private mutating func admit(_ series: Series) throws -> Int64 {
        let known = try memory.key(of: series) ?? key(of: series)
        var active = try memory.active.removeValue(forKey: source)
            ?? ActivityLog(db: db, source: source).active()
        defer { memory.active[source] = active }
        if let known, active.lately.contains(known) { return known }
        guard active.lately.count < active.limit else { return 0 }
        let key = try known ?? insert(series)
        active.lately.insert(key)
        memory.remember(series, key: key)
        return key
    }

    private func key(of series: Series) throws -> Int64? {
        let select = try PreparedStatement(
            "SELECT id FROM series WHERE metric = ?1 AND labels = ?2",
            in: db
        )
        defer { select.reset() }
        try select.bind(utf8: LabelText.metric(of: series), at: 1)
        try select.bind(utf8: LabelText.object(of: series), at: 2)
        return try select.step() ? select.integer(0) : nil
    }

    private func insert(_ series: Series) throws -> Int64 {
        let insert = try PreparedStatement(
            "INSERT INTO series (metric, labels, source) VALUES (?1, ?2, ?3)",
            in: db
        )
        try insert.bind(utf8: LabelText.metric(of: series), at: 1)
        try insert.bind(utf8: LabelText.object(of: series), at: 2)
        try insert.bind(source, at: 3)
        try insert.run()
        return db.lastInsertedRowID
    }

    private mutating func note(_ key: Int64, on day: Int64) {
        guard key != 0, day <= ActiveSeries.day(of: latest) else { return }
        if let newest = memory.active[source]?.newest, day < newest - ActiveSeries.daysKept {
            return
        }
        activity[day, default: []].append(key)
    }

    /// Writes down which series were active on which of the newest days.
    private mutating func noteActivity() throws {
        guard let last = activity.keys.max() else { return }
        let log = ActivityLog(db: db, source: source)
        let before = memory.active[source]?.newest
        let newest = max(last, before ?? last)
        for day in activity.keys.sorted() where day >= newest - ActiveSeries.daysKept {
            try log.note(activity[day] ?? [], on: day)
        }
        activity = [:]
        guard newest != before else { return }
        try log.forget(before: newest - ActiveSeries.daysKept)
        memory.active[source] = try log.active()
        memory.forgetRefusals(of: source)
    }
}
