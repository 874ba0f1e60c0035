import D8SModel
import GRDB

extension SampleIngestion {
    /// The keys of the series of a list.
    mutating func admit(_ list: SeriesList) throws -> [Int64] {
        try withActive { ingestion, active in
            ingestion.memory.makeRoom(for: list.count)
            return try list.map { try ingestion.admit($0, &active) }
        }
    }

    /// The key of a series, which is made if there is none; 0 if the source has too many.
    mutating func admit(_ series: Series) throws -> Int64 {
        try withActive { ingestion, active in try ingestion.admit(series, &active) }
    }

    /// Takes the source's active series out of the memory, so that they are changed in place.
    private mutating func withActive<Value>(
        _ body: (inout Self, inout ActiveSeries) throws -> Value
    ) throws -> Value {
        var active =
            try memory.active.removeValue(forKey: source)
            ?? ActivityLog(db: db, source: source).active()
        defer { memory.active[source] = active }
        return try body(&self, &active)
    }

    private mutating func admit(_ series: Series, _ active: inout ActiveSeries) throws -> Int64 {
        let known = memory.key(of: series)
        if let known, active.lately.contains(known) { return known }
        let hasRoom = active.lately.count < active.limit
        if let known {
            if hasRoom { active.lately.insert(known) }
            return hasRoom ? known : 0
        }
        var table = try self.table ?? SeriesTable(db, source: source)
        self.table = nil
        defer { self.table = table }
        guard let key = try table.key(of: series, mayBeMade: hasRoom),
            hasRoom || active.lately.contains(key)
        else { return 0 }
        active.lately.insert(key)
        memory.remember(series, key: key)
        return key
    }

    mutating func note(_ key: Int64, on day: Int64) {
        guard key != 0, day <= ActiveSeries.day(of: latest) else { return }
        if let newest = memory.active[source]?.newest, day < newest - ActiveSeries.daysKept {
            return
        }
        activity[day, default: []].append(key)
        activityCount += 1
    }

    private static let manyNotes = 100_000

    /// Whether activity has to be noted at once: something of a day after the newest one, which
    /// changes what counts for the limit, or very much.
    ///
    /// All else can wait for the end of the collection.
    var isNotingDue: Bool {
        guard let last = activity.keys.max() else { return false }
        guard activityCount < Self.manyNotes else { return true }
        guard let newest = memory.active[source]?.newest else { return true }
        return last > newest
    }

    /// Writes down which series were active on which of the newest days.
    mutating func noteActivity() throws {
        guard let last = activity.keys.max() else { return }
        let log = ActivityLog(db: db, source: source)
        let before = memory.active[source]?.newest
        let newest = max(last, before ?? last)
        for day in activity.keys.sorted() where day >= newest - ActiveSeries.daysKept {
            try log.note(activity[day] ?? [], on: day)
        }
        activity = [:]
        activityCount = 0
        guard newest != before else { return }
        try log.forget(before: newest - ActiveSeries.daysKept)
        memory.active[source] = try log.active()
        memory.forgetRefusals(of: source)
    }
}
