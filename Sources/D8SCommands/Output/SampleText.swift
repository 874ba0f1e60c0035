import D8SHistory
import D8SModel
import D8SSite

/// Samples in the text that another tool reads, one series after the other.
///
/// A stale marker is left out: the gap says the same, and no format but Prometheus' own has it.
struct SampleText {
    enum Form: String, CaseIterable, Sendable {
        /// OpenMetrics 1.0 with timestamps, as `promtool tsdb create-blocks-from openmetrics` and
        /// D8S itself read it.
        case openmetrics
        /// `time,metric,labels,value`: times are ISO 8601 in UTC, labels a JSON object.
        case csv
        /// A series a line, as VictoriaMetrics' `/api/v1/import` reads it; times in milliseconds.
        case jsonl
    }

    let form: Form

    var head: String {
        form == .csv ? "time,metric,labels,value\r\n" : ""
    }

    var foot: String {
        form == .openmetrics ? "# EOF\n" : ""
    }

    /// The lines of one series; empty if it holds nothing but stale markers.
    func lines(_ series: Series, _ columns: SampleColumns) -> String {
        let rows = zip(columns.times, columns.values).filter { !$0.1.isStaleMarker }
        guard !rows.isEmpty else { return "" }
        switch form {
        case .openmetrics:
            let name = series.description
            return rows.reduce(into: "") { text, row in
                text += "\(name) \(Self.number(row.1)) \(Self.seconds(row.0))\n"
            }
        case .csv: return Self.csv(series, rows)
        case .jsonl: return Self.json(series, rows)
        }
    }

    private static func csv(_ series: Series, _ rows: [(Int64, Double)]) -> String {
        let cells: [DataValue] = [.text(series.metric), .text(object(series.labels))]
        let middle = CSV.row(cells)
        return rows.reduce(into: "") { text, row in
            text += "\(Instant(milliseconds: row.0)),\(middle),\(number(row.1))\r\n"
        }
    }

    private static func json(_ series: Series, _ rows: [(Int64, Double)]) -> String {
        let name = [Label("__name__", series.metric)]
        // JSON has no word for them; VictoriaMetrics reads these.
        let values = rows.map { $0.1.isFinite ? number($0.1) : "\"\(number($0.1))\"" }
        let times = rows.map { String($0.0) }
        return "{\"metric\":\(object(name + series.labels)),"
            + "\"values\":[\(values.joined(separator: ","))],"
            + "\"timestamps\":[\(times.joined(separator: ","))]}\n"
    }

    static func object(_ labels: [Label]) -> String {
        var json = JSON()
        json.raw("{")
        json.members(labels.map(\.name), labels.map { .text($0.value) })
        json.raw("}")
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The shortest digits that give the same number again.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
        guard let whole = Int64(exactly: value), value != 0 || value.sign == .plus else {
            return "\(value)"
        }
        return String(whole)
    }

    /// Seconds with a fraction of three digits where there is one.
    private static func seconds(_ milliseconds: Int64) -> String {
        let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        guard rest != 0 else { return String(whole) }
        let digits = String(1000 + abs(rest)).dropFirst()
        return (milliseconds < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
    }
}
