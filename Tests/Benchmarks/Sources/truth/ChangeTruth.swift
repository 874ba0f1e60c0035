import Foundation

/// The Turing change point data, beside the published results.
struct ChangeTruth {
    var d8s: String
    /// `annotations.json` and a JSON file per series, at any depth.
    var folder: URL
    /// Where the series are written as CSV.
    var work: URL

    /// Rows of a Markdown table.
    func rows() throws -> [String] {
        let series = try AnnotatedSeries.all(in: folder)
        let scores = try series.map { one in
            SegmentationScore(try changes(of: one), people: one.annotations, count: one.count)
        }
        let count = Double(max(1, scores.count))
        let f1 = scores.reduce(0) { $0 + $1.f1 } / count
        let covering = scores.reduce(0) { $0 + $1.covering } / count
        return [
            "| changes, \(series.count) series, F1 | \(text(f1)) | 0.80 (PELT l2 3 ln n 0.71) |",
            "| changes, covering | \(text(covering)) | 0.75 (PELT l2 3 ln n 0.68) |",
        ] + zip(series, scores).map { "| \($0.name) | \(text($1.f1)), \(text($1.covering)) | |" }
    }

    /// Each column is asked for by itself; changes within five points are one.
    private func changes(of series: AnnotatedSeries) throws -> [Int] {
        let all = try series.columns.indices.flatMap { try changes(series, column: $0) }.sorted()
        return all.reduce(into: []) { kept, change in
            if change - (kept.last ?? -6) > 5 { kept.append(change) }
        }
    }

    private func changes(_ series: AnnotatedSeries, column: Int) throws -> [Int] {
        let days = series.columns[column].indices.map(Self.day)
        let lines = zip(days, series.columns[column]).map { "\($0),\($1.isNaN ? "" : "\($1)")" }
        let file = work.appendingPathComponent("\(series.name).\(column).csv")
        try (["time,value"] + lines).joined(separator: "\n")
            .write(to: file, atomically: true, encoding: .utf8)
        let answer = TrendAnswer.ask(d8s, file, ["--value", "value"])
        return answer?.changePoints.compactMap { change in
            days.firstIndex { change.time.hasPrefix($0) }
        } ?? []
    }

    /// A day of its own for each point, from 2000-01-01 on: the points are not all times.
    private static func day(_ index: Int) -> String {
        let instant = Date(timeIntervalSince1970: 946_684_800 + Double(index) * 86_400)
        return instant.formatted(.iso8601.year().month().day())
    }

    private func text(_ value: Double) -> String { String(format: "%.3f", value) }
}
