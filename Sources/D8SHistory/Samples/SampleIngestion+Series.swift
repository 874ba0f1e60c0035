import D8SModel
import GRDB

extension SampleIngestion {
    /// The key of a series, which is made if there is none; 0 if the source has too many.
    mutating func admit(_ series: Series) throws -> Int64 {
        let known = try memory.key(of: series) ?? key(of: series)
        var active =
            try memory.active.removeValue(forKey: source)
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
