import D8SModel
import D8SQuery
import D8SSite

/// The answer of `d8s query` as text.
struct QueryText {
    let value: QueryValue

    /// For a terminal: a line a sample.
    var table: String {
        let rows: [[String]]
        switch value {
        case .scalar(_, let number): rows = [[NumberText.shortest(number)]]
        case .string(_, let text): rows = [[text]]
        case .vector(let samples):
            rows = samples.map { [$0.series.description, NumberText.shortest($0.value)] }
        case .matrix(let all):
            rows = all.flatMap { series in
                let name = series.series.description
                return zip(series.times, series.values).map { time, value in
                    [name, Self.time(time), NumberText.shortest(value)]
                }
            }
        }
        guard !rows.isEmpty else { return "No series has a value there.\n" }
        let lines = AlignedLines.of(rows.map { $0.map(TerminalText.line) })
        return lines.joined(separator: "\n") + "\n"
    }

    /// `time,metric,labels,value`: times are ISO 8601 in UTC, labels a JSON object.
    var csv: String {
        var text = "time,metric,labels,value\r\n"
        let none = Series(metric: "")
        switch value {
        case .scalar(let time, let number): text += Self.line(time, none, number)
        case .string(let time, let words):
            text += CSV.row([Self.instant(time), .text(""), .text("{}"), .text(words)]) + "\r\n"
        case .vector(let samples):
            for sample in samples { text += Self.line(sample.time, sample.series, sample.value) }
        case .matrix(let all):
            for series in all {
                for (time, value) in zip(series.times, series.values) {
                    text += Self.line(time, series.series, value)
                }
            }
        }
        return text
    }

    private static func line(_ time: Int64, _ series: Series, _ value: Double) -> String {
        let cells: [DataValue] = [
            instant(time), .text(series.metric), .text(SampleText.object(series.labels)),
        ]
        return CSV.row(cells) + ",\(NumberText.shortest(value))\r\n"
    }

    private static func instant(_ time: Int64) -> DataValue {
        .instant(Instant(milliseconds: time))
    }

    private static func time(_ time: Int64) -> String { "\(Instant(milliseconds: time))" }
}
