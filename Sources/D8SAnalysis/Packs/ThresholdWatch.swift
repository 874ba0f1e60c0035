import D8SModel

/// Follows one series through a threshold: entered beyond the limit, left at the clearing value,
/// counted once it has lasted for `for`.
///
/// As an alerting rule of Prometheus with a second level for leaving. A series that says nothing
/// for longer than `patience` has left: nobody knows what it did.
struct ThresholdWatch {
    let threshold: PackThreshold
    /// Milliseconds.
    let patience: Int64
    private var open: Episode?
    private var last: Int64?
    private(set) var episodes: [Episode] = []

    init(_ threshold: PackThreshold, patience: Int64) {
        self.threshold = threshold
        self.patience = patience
    }

    /// The episodes of a line that ends at `end`; the last one has no end if it lasts.
    static func episodes(
        of line: MeasureReading.Line,
        beyond threshold: PackThreshold,
        patience: Int64,
        upTo end: Int64
    ) -> [Episode] {
        var watch = ThresholdWatch(threshold, patience: patience)
        for (time, value) in zip(line.times, line.values) where !value.isNaN {
            watch.take(value, at: time)
        }
        return watch.finish(at: end)
    }

    private mutating func take(_ value: Double, at time: Int64) {
        if let last, time - last > patience { close(at: last) }
        last = time
        guard var episode = open else {
            guard threshold.isEntered(by: value) else { return }
            open = Episode(start: time, worst: value, worstTime: time)
            return
        }
        if threshold.isLeft(by: value) { return close(at: time) }
        if isWorse(value, than: episode.worst) {
            episode.worst = value
            episode.worstTime = time
            open = episode
        }
    }

    private mutating func finish(at end: Int64) -> [Episode] {
        guard let episode = open, let last else { return episodes }
        guard end - last <= patience else {
            close(at: last)
            return episodes
        }
        if lasts(episode, to: last) { episodes.append(episode) }
        return episodes
    }

    private mutating func close(at time: Int64) {
        guard var episode = open else { return }
        open = nil
        guard lasts(episode, to: time) else { return }
        episode.end = time
        episodes.append(episode)
    }

    private func lasts(_ episode: Episode, to time: Int64) -> Bool {
        Double(time - episode.start) >= threshold.duration * 1000
    }

    private func isWorse(_ value: Double, than other: Double) -> Bool {
        threshold.side == .above ? value > other : value < other
    }
}
