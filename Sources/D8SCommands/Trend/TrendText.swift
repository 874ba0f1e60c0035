import D8SAnalysis
import D8SModel
import Foundation

/// The report of `d8s trend` for people, in a few lines.
struct TrendText {
    /// Points that are named at most.
    private static let mostPoints = 10
    /// From this probability on down a point, a shift or a slope is told.
    private static let level = 0.001

    let report: TrendReport
    let name: String
    /// Whether times are instants; else they are the numbers of rows from 0.
    let hasTimes: Bool
    let direction: Harm

    var text: String {
        ([head] + shifts + [slope] + odd + next + report.notes.map { "note: \($0)" })
            .joined(separator: "\n") + "\n"
    }

    private var head: String {
        let span =
            report.points.first.map { first in
                " from \(time(first.time)) to \(time(report.points.last?.time ?? first.time))"
            } ?? ""
        let periods = report.season.map(String.init).joined(separator: " and ")
        let season = periods.isEmpty ? "no season" : "season of \(periods) steps"
        return "\(TerminalText.line(name)): \(report.n) values\(span), \(season)"
    }

    private var shifts: [String] {
        guard !report.changePoints.isEmpty else { return ["level: no shift"] }
        return report.changePoints.map { change in
            let range =
                change.interval.map { " (95 %: \(short($0.low)) to \(short($0.high)))" } ?? ""
            return "\(change.kind.rawValue): \(short(change.before)) -> \(short(change.after)) at "
                + "\(time(change.time))\(range), p \(probability(change.p))"
                + verdict(isRise: change.effect > 0)
        }
    }

    private var slope: String {
        guard let slope = report.trend else { return "trend: too few values" }
        guard slope.p < Self.level else { return "trend: none, p \(probability(slope.p))" }
        let unit = report.step == .row ? "row" : "day"
        return "trend: \(short(slope.perDay)) a \(unit) (95 %: \(short(slope.interval.low)) to "
            + "\(short(slope.interval.high))), p \(probability(slope.p))"
            + verdict(isRise: slope.perDay > 0)
    }

    private var odd: [String] {
        let all = report.points.filter { ($0.p ?? 1) < Self.level && $0.score > 0 }
        guard !all.isEmpty else { return ["odd: nothing"] }
        let worst = all.sorted { ($1.score, $0.time) < ($0.score, $1.time) }
            .prefix(Self.mostPoints).sorted { $0.time < $1.time }
        let lines = worst.map { point in
            "odd: \(time(point.time)) \(point.value.map(short) ?? "no value"), expected "
                + "\(point.expected.map(short) ?? "nothing known"), score "
                + "\(short(point.score)), p \(probability(point.p ?? 1))"
        }
        return lines + (all.count > worst.count ? ["odd: \(all.count - worst.count) more"] : [])
    }

    private var next: [String] {
        guard let forecast = report.forecast, let last = forecast.mean.indices.last else {
            return ["next: too few values"]
        }
        let steps = Set([0, last / 2, last]).sorted()
        return steps.map { step in
            "next: \(time(report.forecastTimes[step])) \(short(forecast.mean[step])) (95 %: "
                + "\(short(forecast.lower95[step])) to \(short(forecast.upper95[step])))"
        } + ["next: by \(forecast.method)"] + forecast.notes.map { "note: \($0)" }
    }

    private func verdict(isRise: Bool) -> String {
        switch direction {
        case .both: ""
        case .up: isRise ? ", worse" : ", better"
        case .down: isRise ? ", better" : ", worse"
        }
    }

    private func time(_ time: Instant) -> String {
        hasTimes ? "\(time)" : "row \(time.milliseconds)"
    }

    private func short(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : "none" }
        let digits = max(0, 3 - Int(log10(abs(value)).rounded(.down)))
        let factor = pow(10, Double(min(digits, 15)))
        let rounded = (value * factor).rounded() / factor
        return rounded == rounded.rounded() && abs(rounded) < 1e15
            ? String(Int64(rounded)) : "\(rounded)"
    }

    private func probability(_ p: Double) -> String {
        p < 1e-6 ? "< 0.000001" : short(p)
    }
}
