import D8SAnalysis
import D8STestSupport
import Foundation
import Testing

@Suite(.enabled(if: SharedData.has("statsmodels/stl_test_results.csv"), "needs ../shared/data"))
struct STLTests {
    private static let common: STLSettings = {
        var settings = STLSettings(period: 12)
        (settings.seasonal, settings.trend, settings.lowPass) = (35, 19, 13)
        (settings.seasonalJump, settings.trendJump, settings.lowPassJump) = (4, 2, 2)
        (settings.inner, settings.outer) = (1, 2)
        return settings
    }()

    private static func numbers(_ path: String) throws -> [Double] {
        let file = SharedData.folder.appendingPathComponent(path)
        return try String(contentsOf: file, encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }

    private static func rows(_ scenario: String) throws -> [[Double]] {
        let path = "statsmodels/stl_test_results.csv"
        let file = SharedData.folder.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return fields.first == scenario ? fields.dropFirst().compactMap { Double($0) } : nil
        }
    }

    private static func settings(_ scenario: String) -> STLSettings {
        var settings = common
        if scenario.contains("nljump-1") { settings.lowPassJump = 1 }
        if scenario.contains("ntjump-1") { settings.trendJump = 1 }
        if scenario.contains("nsjump-1") { settings.seasonalJump = 1 }
        return settings
    }

    /// The results of the original programme from netlib, in `statsmodels`' tests.
    @Test(arguments: ["baseline", "short", "nljump-1", "ntjump-1", "nljump-1-ntjump-1"])
    func `season, trend and weights are those of the original programme`(
        _ scenario: String
    ) throws {
        let expected = try Self.rows(scenario)
        var series = try Self.numbers("statsmodels/stl_co2.csv")
        if scenario == "short" { series.removeLast() }
        try #require(expected.count == series.count)
        let stl = try #require(STL(count: series.count, Self.settings(scenario)))
        let parts = try #require(stl.decompose(series))
        for (index, row) in expected.enumerated() {
            #expect(abs(parts.season[index] - row[1]) < 1e-9)
            #expect(abs(parts.trend[index] - row[2]) < 1e-9)
            #expect(abs(parts.weights[index] - row[3]) < 1e-8)
        }
    }
}
