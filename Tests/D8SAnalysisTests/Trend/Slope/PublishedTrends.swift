import D8SAnalysis
import D8STestSupport
import Foundation
import Testing

/// The lines of `mann-kendall/expected.tsv`: a call of pyMannKendall, a field and its value.
struct PublishedTrends {
    struct Row: Sendable, CustomTestStringConvertible {
        let call: String
        let field: String
        let expected: Double
        let found: Double?

        var testDescription: String { "\(call).\(field)" }
    }

    private let columns: [String: [[Double]]]

    /// Nothing without the folder of real data.
    static func read() throws -> [Row] {
        let folder = SharedData.folder.appendingPathComponent("mann-kendall")
        guard SharedData.has("mann-kendall/expected.tsv") else { return [] }
        let text = try String(
            contentsOf: folder.appendingPathComponent("expected.tsv"),
            encoding: .utf8
        )
        let file = try Data(contentsOf: folder.appendingPathComponent("series.json"))
        let published = PublishedTrends(try JSONSerialization.jsonObject(with: file))
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { published.row($0) }
    }

    private init(_ json: Any) {
        let lists = json as? [String: [Any]] ?? [:]
        let rows = (lists["arbitrary_2d_data"] ?? []).compactMap { $0 as? [Any] }
        columns = [
            "NoTrendData": [[Double](repeating: 1, count: 360)],
            "TrendData": [(0..<360).map(Double.init)],
            "arbitrary_1d_data": [(lists["arbitrary_1d_data"] ?? []).map(Self.number)],
            "NoTrend2dData": [[Double]](repeating: [Double](repeating: 1, count: 360), count: 2),
            "arbitrary_2d_data": (rows.first ?? []).indices.map { column in
                rows.map { Self.number($0[column]) }
            },
        ]
    }

    private static func number(_ value: Any) -> Double { (value as? Double) ?? .nan }

    private func row(_ line: Substring) -> Row? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4 else { return nil }
        // "round(TrendRes.p)" speaks of the call of the line before on TrendData.
        let isRounded = fields[1].hasPrefix("round(")
        let field = isRounded ? String(fields[1].dropFirst(15).dropLast()) : fields[2]
        let name = fields[0].hasPrefix("test_correlated_seasonal") ? "correlated_seasonal_test" : ""
        let call =
            isRounded ? (name.isEmpty ? "sens_slope(TrendData" : name + "(TrendData") : fields[1]
        guard let expected = value(fields[3]) else { return nil }
        let found = found(call.replacing("mk.", with: ""), field)
        return Row(
            call: call,
            field: field,
            expected: expected,
            found: isRounded ? found?.rounded() : found
        )
    }

    private func value(_ text: String) -> Double? {
        switch text {
        case "'increasing'": 1
        case "'decreasing'": -1
        case "'no trend'", "False": 0
        case "True": 1
        default: Double(text)
        }
    }

    private func found(_ call: String, _ field: String) -> Double? {
        let name = String(call.prefix { $0 != "(" })
        let words = call.dropFirst(name.count + 1).split { ",() =".contains($0) }.map(String.init)
        guard let data = words.first.flatMap({ columns[$0] }), let series = data.first else {
            return nil
        }
        let lags = words.contains("lag") ? words.last.flatMap { Int($0) } : nil
        if field == "slope" || field == "intercept" {
            let isSeasonal = name.hasPrefix("seasonal")
            let line = isSeasonal ? SenSlope.seasonal(series, period: 12) : SenSlope(series)
            return field == "slope" ? line?.slope : line?.intercept
        }
        return test(name, data, lags).flatMap { value(field, of: $0) }
    }

    private func test(_ name: String, _ data: [[Double]], _ lags: Int?) -> MannKendall? {
        switch name {
        case "original_test": MannKendall(data[0])
        case "hamed_rao_modification_test": .hamedRao(data[0], lags: lags)
        case "yue_wang_modification_test": .yueWang(data[0], lags: lags)
        case "pre_whitening_modification_test": .preWhitened(data[0])
        case "trend_free_pre_whitening_modification_test": .trendFreePreWhitened(data[0])
        case "seasonal_test": .seasonal(data[0], period: 12)
        case "correlated_seasonal_test": .correlatedSeasonal(data[0], period: 12)
        case "regional_test": .regional(data)
        case "correlated_multivariate_test": .correlated(data)
        case "partial_test": .partial(data[0], beyond: data[1])
        default: nil
        }
    }

    private func value(_ field: String, of test: MannKendall) -> Double? {
        let isFound = test.p < 0.05
        switch field {
        case "trend": return !isFound ? 0 : test.z > 0 ? 1 : -1
        case "h": return isFound ? 1 : 0
        case "p": return test.p
        case "z": return test.z
        case "Tau": return test.tau
        case "s": return test.score
        case "var_s": return test.variance
        default: return nil
        }
    }
}
