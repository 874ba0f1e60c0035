import D8SAnalysis
import D8SModel

/// The report of `d8s trend` as JSON; what is not known is null.
struct TrendJSON {
    let report: TrendReport
    /// Whether times are instants; else they are the numbers of rows from 0.
    let hasTimes: Bool

    var text: String {
        let parts = [
            list("points", report.points.map(point)),
            list("changePoints", report.changePoints.map(change)),
            "  \"trend\": \(report.trend.map(trend) ?? "null")",
            list("forecast", forecast),
            "  \"season\": [\(report.season.map(String.init).joined(separator: ", "))]",
            "  \"method\": \(quoted(report.method))",
            "  \"forecastMethod\": \(report.forecast.map { quoted($0.method) } ?? "null")",
            "  \"n\": \(report.n)",
            "  \"notes\": [\(notes.map(quoted).joined(separator: ", "))]",
        ]
        return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
    }

    private var notes: [String] { report.notes + (report.forecast?.notes ?? []) }

    private func point(_ point: TrendReport.Point) -> String {
        object([
            ("time", time(point.time)), ("value", number(point.value)),
            ("expected", number(point.expected)), ("lower", number(point.lower)),
            ("upper", number(point.upper)), ("score", number(point.score)),
            ("p", number(point.p)),
        ])
    }

    private func change(_ change: TrendReport.ChangePoint) -> String {
        object([
            ("time", time(change.time)), ("kind", quoted(change.kind.rawValue)),
            ("before", number(change.before)),
            ("after", number(change.after)), ("effect", number(change.effect)),
            ("p", number(change.p)), ("interval", interval(change.interval)),
        ])
    }

    private func trend(_ slope: TrendReport.Slope) -> String {
        object([
            ("method", quoted(slope.method)), ("slopePerDay", number(slope.perDay)),
            ("interval", interval(slope.interval)), ("p", number(slope.p)),
        ])
    }

    private var forecast: [String] {
        guard let forecast = report.forecast else { return [] }
        return forecast.mean.indices.map { step in
            object([
                ("time", time(report.forecastTimes[step])), ("mean", number(forecast.mean[step])),
                ("lower80", number(forecast.lower80[step])),
                ("upper80", number(forecast.upper80[step])),
                ("lower95", number(forecast.lower95[step])),
                ("upper95", number(forecast.upper95[step])),
            ])
        }
    }

    private func list(_ name: String, _ items: [String]) -> String {
        items.isEmpty
            ? "  \"\(name)\": []"
            : "  \"\(name)\": [\n    " + items.joined(separator: ",\n    ") + "\n  ]"
    }

    private func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    private func time(_ time: Instant) -> String {
        hasTimes ? "\"\(time)\"" : "\(time.milliseconds)"
    }

    private func interval(_ interval: Interval?) -> String {
        interval.map { "[\(number($0.low)), \(number($0.high))]" } ?? "null"
    }

    private func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "null" }
        return "\(value)"
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: scalar.value < 32 ? "\\u00" + Self.hex(scalar.value) : String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func hex(_ value: UInt32) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16)
    }
}
