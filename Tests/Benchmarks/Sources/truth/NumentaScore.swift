import Foundation

/// The Numenta Anomaly Benchmark's own scoring, standard profile (Lavin & Ahmad 2015, "Evaluating
/// Real-time Anomaly Detection Algorithms", section II; NAB 1.1 `sweeper.py`).
///
/// One threshold serves all files: the one with the highest sum. A window counts once, by its first
/// alarm; every alarm outside costs. 0 is a detector that never warns, 100 one that warns in the
/// first row of each window.
struct NumentaScore {
    var threshold: Double
    /// Of all files.
    var score: Double
    /// By group.
    var groups: [(name: String, score: Double)]
    /// Windows in which something was found, and all of them.
    var found: (Int, Int)
    /// Alarms outside the windows.
    var falseAlarms: Int

    static let falsePositive = 0.11

    /// What one row adds if it is an alarm.
    struct Row {
        var score: Double
        /// The file and window the row lies in; nil outside.
        var window: Int?
        var file: Int
        var worth: Double
    }

    init(_ series: [NumentaSeries], scores: [[Double]]) {
        var rows: [Row] = []
        var windows = 0
        var windowsOfFile: [Int] = []
        for (file, (series, scores)) in zip(series, scores).enumerated() {
            rows += Self.rows(series, scores, file: file, firstWindow: windows)
            windows += series.windows.count
            windowsOfFile.append(series.windows.count)
        }
        rows.sort { $0.score > $1.score }
        let best = Self.best(rows, windows: windows)
        threshold = best.threshold
        score = Self.normalized(best.sum, windows)
        let alarms = rows.filter { $0.score >= best.threshold }
        falseAlarms = alarms.count { $0.window == nil }
        found = (Set(alarms.compactMap(\.window)).count, windows)
        let byGroup = Dictionary(grouping: series.indices) { series[$0].group }
        groups = byGroup.sorted { $0.key < $1.key }.map { name, files in
            let members = Set(files)
            let count = files.reduce(0) { $0 + windowsOfFile[$1] }
            let sum = Self.sum(alarms.filter { members.contains($0.file) }, windows: count)
            return (name, Self.normalized(sum, count))
        }
    }

    static func normalized(_ sum: Double, _ windows: Int) -> Double {
        windows == 0 ? 0 : 100 * (sum + Double(windows)) / (2 * Double(windows))
    }

    /// 1 at the window's first row, 0 at its end, −1 far behind it.
    static func worth(at position: Double) -> Double {
        position >= 3 ? -1 : 2 / (1 + exp(5 * position)) - 1
    }

    static func rows(
        _ series: NumentaSeries,
        _ scores: [Double],
        file: Int,
        firstWindow: Int
    ) -> [Row] {
        let count = series.values.count
        let probation = Int(min((0.15 * Double(count)).rounded(.down), 0.15 * 5000))
        var next = 0
        var last: ClosedRange<Int>?
        var rows: [Row] = []
        for index in 0..<min(count, scores.count) {
            while next < series.windows.count, index > series.windows[next].upperBound {
                last = series.windows[next]
                next += 1
            }
            guard index >= probation else { continue }
            var row = Row(score: scores[index], window: nil, file: file, worth: -falsePositive)
            if next < series.windows.count, series.windows[next].contains(index) {
                let window = series.windows[next]
                let position = Double(window.upperBound - index + 1) / Double(window.count)
                row.window = firstWindow + next
                row.worth = worth(at: -position) / worth(at: -1)
            } else if let last {
                let position = Double(index - last.upperBound) / Double(last.count - 1)
                row.worth = worth(at: position) * falsePositive
            }
            rows.append(row)
        }
        return rows
    }

    private static func best(_ rows: [Row], windows: Int) -> (threshold: Double, sum: Double) {
        var best = (threshold: 1.1, sum: -Double(windows))
        var parts: [Int: Double] = [:]
        var sum = -Double(windows)
        for (index, row) in rows.enumerated() {
            if let window = row.window {
                let before = parts[window] ?? -1
                parts[window] = max(before, row.worth)
                sum += max(before, row.worth) - before
            } else {
                sum += row.worth
            }
            let isLast = index + 1 == rows.count || rows[index + 1].score != row.score
            if isLast, sum > best.sum { best = (row.score, sum) }
        }
        return best
    }

    private static func sum(_ alarms: [Row], windows: Int) -> Double {
        var parts: [Int: Double] = [:]
        var sum = -Double(windows)
        for row in alarms {
            guard let window = row.window else {
                sum += row.worth
                continue
            }
            let before = parts[window] ?? -1
            parts[window] = max(before, row.worth)
            sum += max(before, row.worth) - before
        }
        return sum
    }
}
