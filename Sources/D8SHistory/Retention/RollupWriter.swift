import GRDB

/// Brings the rollups of one series after the other up to date.
struct RollupWriter {
    /// Rollups are made of hours and days that end until here.
    let asOf: Int64
    /// Hours that end until here have lost their samples: what is known of them stays.
    let rawFrom: Int64
    /// The same for days and their hours.
    let hourlyFrom: Int64
    private let raw: ChunkReader
    private var hours: RollupTable
    private var days: RollupTable
    private let setRolled: PreparedStatement
    private var samples = SampleColumns()

    init(_ db: Database, asOf: Int64, rawFrom: Int64, hourlyFrom: Int64) throws {
        self.asOf = asOf
        self.rawFrom = rawFrom
        self.hourlyFrom = hourlyFrom
        raw = try ChunkReader(db, resolution: 0)
        hours = try RollupTable(db, .hour)
        days = try RollupTable(db, .day)
        setRolled = try PreparedStatement("UPDATE series SET rolled = ?2 WHERE id = ?1", in: db)
    }

    /// Rolls up what has come since the series was rolled up until `rolled`.
    mutating func rollUp(_ series: Int64, rolled: Int64?, isCounter: Bool) throws {
        let end = RollupResolution.hour.start(of: asOf)
        let start = rolled.map(RollupResolution.hour.start) ?? -ChunkHeader.farthest
        guard start < end else { return }
        try readSamples(series, after: start, to: end)
        try rollUp(series, start..<end, isCounter: isCounter)
        try setRolled.bind(series, at: 1)
        try setRolled.bind(end, at: 2)
        try setRolled.run()
    }

    private mutating func rollUp(
        _ series: Int64,
        _ span: Range<Int64>,
        isCounter: Bool
    ) throws {
        // A day that has ended since may have hours of before, even if no sample came.
        let evening = RollupResolution.day.start(of: asOf)
        let first = samples.times.first.map { $0 - 1 }
        let isNew = span.lowerBound == -ChunkHeader.farthest
        let morning = RollupResolution.day.start(
            of: isNew ? first ?? span.lowerBound : span.lowerBound
        )
        guard first != nil || (morning < span.lowerBound && morning < evening) else { return }
        try hours.read(series, from: morning)
        if let first { try rollUpHours(series, span, from: first, isCounter: isCounter) }
        guard morning < evening else { return }
        let finer = hours.rollups(in: morning..<evening)
        guard finer.count > 0 else { return }
        try days.read(series, from: morning)
        var daily = RollupBuilder(resolution: .day, isCounter: isCounter)
        daily.add(finer)
        daily.finish()
        try days.replace(daily.rollups, in: morning..<evening, keepingUntil: hourlyFrom)
    }

    private mutating func rollUpHours(
        _ series: Int64,
        _ span: Range<Int64>,
        from first: Int64,
        isCounter: Bool
    ) throws {
        var builder = RollupBuilder(
            resolution: .hour,
            isCounter: isCounter,
            continuing: hours.last(until: RollupResolution.hour.start(of: first))
        )
        builder.add(samples)
        builder.finish()
        try hours.replace(builder.rollups, in: span, keepingUntil: rawFrom)
    }

    private mutating func readSamples(_ series: Int64, after start: Int64, to end: Int64) throws {
        var samples = self.samples
        self.samples = SampleColumns()
        samples.removeAll()
        try raw.forEach(of: series, from: start + 1, to: end) { chunk, bytes in
            // What is damaged is told by whoever reads it.
            do throws(ChunkFault) { try samples.add(chunk: bytes, chunk) } catch {}
        }
        samples.keep(SampleOrder.range(samples.times, from: start + 1, to: end))
        self.samples = samples
    }
}

extension RollupResolution {
    /// The last end of a bucket that is not after this time.
    func start(of time: Int64) -> Int64 {
        let end = end(of: time)
        return end == time ? end : end - milliseconds
    }
}
