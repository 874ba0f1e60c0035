package import D8SModel
import GRDB

extension History {
    /// What the sources say of their metrics, sorted by the bytes of their names.
    package func metrics() throws(HistoryError) -> [Metric] {
        try read { db in
            let select = try PreparedStatement(
                "SELECT name, kind, unit, help FROM metrics ORDER BY name",
                in: db
            )
            defer { select.reset() }
            var metrics: [Metric] = []
            while try select.step() {
                metrics.append(
                    Metric(
                        name: select.text(0),
                        kind: Metric.Kind(rawValue: select.text(1)) ?? .unknown,
                        unit: select.optionalText(2),
                        help: select.optionalText(3)
                    )
                )
            }
            return metrics
        }
    }

    /// The series that are selected, in the order of their bytes; some may have no samples left.
    package func series(
        _ selection: SeriesSelection = SeriesSelection()
    ) throws(HistoryError) -> [Series] {
        try read { db in try StoredSeries.all(selection, db).map(\.series) }
    }

    /// Hands over the raw samples of one series after the other, in the order of their bytes.
    ///
    /// All are read from one state of the file. Only one series is in memory at a time, and a
    /// bounded part of what was not folded yet. A series without a sample in that time is left out.
    ///
    /// - Parameters:
    ///   - selection: The series to read.
    ///   - from: The time of the earliest sample wanted.
    ///   - to: The time of the latest sample wanted.
    ///   - body: Given columns that are used again for the next series. It must not use this
    ///     history itself, which is busy reading.
    /// - Returns: What is damaged; a series is handed over without its damaged chunks.
    /// - Throws: `HistoryError`, and what `body` throws.
    package func forEachSeries(
        _ selection: SeriesSelection = SeriesSelection(),
        from: Instant,
        to: Instant,
        _ body: (Series, SampleColumns) throws -> Void
    ) throws -> [HistoryError] {
        try reading { db in
            try Self.readFrugally(db)
            let wanted = try StoredSeries.all(selection, db)
            var reader = try SampleReader(
                db,
                from: from.milliseconds,
                to: max(from, to).milliseconds
            )
            for group in try reader.groups(of: wanted) {
                try reader.gather(group)
                for (position, stored) in group.enumerated() {
                    try reader.read(stored.key, position: position)
                    if reader.columns.count > 0 { try body(stored.series, reader.columns) }
                }
            }
            return try reader.damage.map { try $0.error(db) }
        }
    }

    /// Hands over the rollups of one series after the other, in the order of their bytes.
    ///
    /// They are as complete as `prune` left them: hours and days that had ended when it ran.
    ///
    /// - Parameters:
    ///   - selection: The series to read.
    ///   - resolution: Hours or days.
    ///   - from: The earliest end of an hour or day that is wanted.
    ///   - to: The latest one.
    ///   - body: As at `forEachSeries`.
    /// - Returns: What is damaged.
    /// - Throws: `HistoryError`, and what `body` throws.
    package func forEachRollup(
        _ selection: SeriesSelection = SeriesSelection(),
        resolution: RollupResolution,
        from: Instant,
        to: Instant,
        _ body: (Series, RollupColumns, Range<Int>) throws -> Void
    ) throws -> [HistoryError] {
        try reading { db in
            try Self.readFrugally(db)
            var reader = try RollupReader(db, resolution: resolution)
            for stored in try StoredSeries.all(selection, db) {
                let range = try reader.read(
                    stored.key,
                    from: from.milliseconds,
                    to: to.milliseconds
                )
                if !range.isEmpty { try body(stored.series, reader.columns, range) }
            }
            return try reader.damage.map { try $0.error(db) }
        }
    }

    /// Reads from one state, keeps no page of it, and lets the errors of `body` through.
    private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try queue.read { db in
                defer { db.releaseMemory() }
                return try body(db)
            }
        } catch let error as DatabaseError {
            throw HistoryError(error, path: path, patience: patience)
        }
    }
}
