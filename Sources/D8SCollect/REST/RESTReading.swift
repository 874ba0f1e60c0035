import D8SModel

/// How far one request has come, in this collection and in those before.
///
/// Two cursors are kept: under the request's name the time up to which everything was read, and
/// under `NAME.done` the times of rows that a reading from new to old had done when it was stopped.
struct RESTReading {
    let name: String
    let progress: RESTProgress?
    let now: Instant
    /// From when on rows are wanted.
    let since: Instant
    private var newest: Instant?
    private var oldest: Instant?
    private var floor: Instant?
    /// Rows after the first and up to the second of these times need not be asked about again.
    private let done: (Instant, Instant)?

    init(_ request: RESTRequest, cursors: [String: String], now: Instant, reach: Double) {
        name = request.name
        progress = request.progress
        self.now = now
        let known = request.progress.flatMap { progress in
            cursors[request.name].flatMap { Instant(iso8601: $0) }?
                .adding(seconds: -progress.overlap)
        }
        since = known ?? now.adding(seconds: -reach)
        let done = (cursors[request.name + ".done"] ?? "").split(separator: " ")
            .compactMap { Instant(iso8601: $0) }
        self.done = done.count == 2 ? (done[0], done[1]) : nil
    }

    var order: RESTProgress.Order { progress?.order ?? .none }

    /// The stretches of time that are asked for, one after the other.
    var windows: [Window] {
        guard let length = progress?.window else { return [Window(start: since, end: now)] }
        var windows: [Window] = []
        var start = since
        while start < now, windows.count < 100_000 {
            let end = min(now, start.adding(seconds: length))
            windows.append(Window(start: start, end: end))
            start = end
        }
        return windows
    }

    struct Window {
        let start: Instant
        let end: Instant
    }

    /// Whether a row of this time is from before what is wanted.
    func isOver(_ time: Instant) -> Bool {
        order == .newestFirst && time < since
    }

    func isDone(_ time: Instant) -> Bool {
        guard order == .newestFirst, let done else { return false }
        return time > done.0 && time <= done.1
    }

    /// A row of this time was read; one from the future does not move the cursor past now.
    mutating func saw(_ time: Instant) {
        let time = min(time, now)
        newest = max(newest ?? time, time)
        oldest = min(oldest ?? time, time)
    }

    mutating func completed(_ window: Window) {
        if window.end < now { floor = window.end }
    }

    /// The cursors after a page, where pages go from old to new.
    var afterPage: [String: String?] {
        guard order == .oldestFirst, let newest else { return [:] }
        return [name: "\(newest)"]
    }

    var atEnd: [String: String?] {
        guard progress != nil else { return [:] }
        let time = [newest, floor].compactMap(\.self).max()
        var cursors: [String: String?] = time.map { [name: "\($0)"] } ?? [:]
        if done != nil { cursors.updateValue(nil, forKey: name + ".done") }
        return cursors
    }

    /// The cursors of a reading that was stopped.
    var whenStopped: [String: String?] {
        if order == .newestFirst {
            guard let newest, let oldest else { return [:] }
            let joins = done.map { oldest <= $0.1 } ?? false
            let first = joins ? min(oldest, done?.0 ?? oldest) : oldest
            return [name + ".done": "\(first) \(newest)"]
        }
        let time = order == .oldestFirst ? [newest, floor].compactMap(\.self).max() : floor
        return time.map { [name: "\($0)"] } ?? [:]
    }
}
