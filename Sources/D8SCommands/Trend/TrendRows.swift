import D8SAnalysis
import D8SModel
import D8SSite

/// The report of `d8s trend` as CSV: a row for each point, then one for each step of the forecast.
struct TrendRows {
    private static let header = [
        "kind", "time", "value", "expected", "lower", "upper", "lower80", "upper80", "score", "p",
        "change",
    ]

    let report: TrendReport
    /// Whether times are instants; else they are the numbers of rows from 0.
    let hasTimes: Bool

    var text: String { CSV.text(header: Self.header, rows: points + steps) }

    private var points: [[DataValue]] {
        let shifts = Dictionary(report.changePoints.map { ($0.time, $0.kind.rawValue) }) { $1 }
        return report.points.map { point in
            [
                .text("point"), time(point.time), number(point.value), number(point.expected),
                number(point.lower), number(point.upper), .missing, .missing,
                .number(point.score), number(point.p),
                shifts[point.time].map { .text($0) } ?? .missing,
            ]
        }
    }

    private var steps: [[DataValue]] {
        guard let forecast = report.forecast else { return [] }
        return forecast.mean.indices.map { step in
            [
                .text("forecast"), time(report.forecastTimes[step]), .missing,
                .number(forecast.mean[step]), .number(forecast.lower95[step]),
                .number(forecast.upper95[step]), .number(forecast.lower80[step]),
                .number(forecast.upper80[step]), .missing, .missing, .missing,
            ]
        }
    }

    private func time(_ time: Instant) -> DataValue {
        hasTimes ? .instant(time) : .whole(Int(time.milliseconds))
    }

    private func number(_ value: Double?) -> DataValue {
        value.map { .number($0) } ?? .missing
    }
}
