import D8SModel

/// Judges every series of one measure by the thresholds of its pack.
struct MeasureJudgement {
    /// From so many episodes in a night on, it comes and goes: worth telling though it is over.
    private static let manyEpisodes = 3
    /// From so many seconds in a night on, what is over is still told.
    private static let longTime = 3600.0

    let reading: MeasureReading
    private let week: [Series: MeasureReading.Line]

    init(_ reading: MeasureReading) {
        self.reading = reading
        week = Dictionary(reading.week.map { ($0.series, $0) }) { first, _ in first }
    }

    private var end: Int64 { reading.window.end.milliseconds }

    /// The states that need attention, worst first.
    func states() -> [LineState] {
        reading.lines.compactMap(state).sorted(by: LineState.ranksBefore)
    }

    /// The state of one series by the highest threshold it is beyond; else by the one it was.
    private func state(of line: MeasureReading.Line) -> LineState? {
        let states = reading.measure.thresholds.sorted { $0.severity > $1.severity }
            .compactMap { state(of: line, beyond: $0) }
        return states.first(where: \.lasts) ?? states.first(where: isTold)
    }

    private func state(of line: MeasureReading.Line, beyond threshold: PackThreshold) -> LineState?
    {
        let episodes = ThresholdWatch.episodes(
            of: line,
            beyond: threshold,
            patience: reading.patience,
            upTo: end
        )
        guard let latest = episodes.last else { return nil }
        return LineState(
            line: line,
            threshold: threshold,
            episodes: episodes,
            latest: latest,
            since: start(of: latest, in: line, threshold)
        )
    }

    /// What began with the night may have begun before it.
    private func start(
        of episode: Episode,
        in line: MeasureReading.Line,
        _ threshold: PackThreshold
    ) -> Int64 {
        guard episode.start == line.times.first, let earlier = week[line.series] else {
            return episode.start
        }
        var start = episode.start
        for (time, value) in zip(earlier.times, earlier.values).reversed() where time < start {
            if value.isNaN || threshold.isLeft(by: value) { break }
            start = time
        }
        return start
    }

    private func isTold(_ state: LineState) -> Bool {
        state.threshold.severity == .critical || state.episodes.count >= Self.manyEpisodes
            || (state.threshold.severity > .info && state.seconds(upTo: end) >= Self.longTime)
    }
}

extension MeasureReading {
    /// Milliseconds without a value after which nobody knows how it stands.
    var patience: Int64 {
        measure.stale.map { Int64(min($0, 1e9) * 1000) } ?? 5 * step
    }
}
