import D8STestSupport
import Foundation
import Testing

@testable import D8SAnalysis

/// Real series: what the forecasts of their past were worth.
@Suite(.enabled(if: SharedData.has("statsmodels/elec_equip.csv"), "no ../shared/data"))
struct SharedSeriesForecastTests {
    private struct Series {
        let name: String
        let values: [Double]
        let seasons: [Int]
        let horizon: Int
    }

    private func column(_ file: String, _ name: String) throws -> [Double] {
        try SharedData.rows(file).map { row in
            Double(row[name] ?? row["\"\(name)\""] ?? "") ?? .nan
        }
    }

    private func series() throws -> [Series] {
        let quarters = "statsmodels/macrodata.csv"
        let orders = try SharedData.rows("statsmodels/elec_equip.csv").map { row in
            Double(row["STS.M.I7.W.TOVT.NS0016.4.000"] ?? "") ?? .nan
        }
        var all = [
            Series(name: "orders", values: orders, seasons: [12], horizon: 12),
            Series(
                name: "sunspots",
                values: try column("statsmodels/sunspots.csv", "SUNACTIVITY"),
                seasons: [],
                horizon: 10
            ),
            Series(
                name: "sessions",
                values: try column("binder-gcp-cost/daily_sessions.csv", "value"),
                seasons: [7],
                horizon: 14
            ),
        ]
        for name in ["realgdp", "unemp", "tbilrate", "infl"] {
            let values = try column(quarters, name)
            all.append(Series(name: name, values: values, seasons: [4], horizon: 8))
        }
        let costs = try SharedData.rows("binder-gcp-cost/daily_cost_by_project.csv")
        let production = costs.filter { $0["series"] == "project_id=binder-prod" }
        let daily = production.dropLast().map { Double($0["value"] ?? "") ?? .nan }
        all.append(Series(name: "cost", values: daily, seasons: [7], horizon: 14))
        return all
    }

    /// One path's values depend on each other: over eight series and about 60 windows the shares
    /// have standard errors of about 2 % (95) and 5 % (80).
    @Test func `the intervals hold what they say, and no series is better carried on`() throws {
        var (within80, within95, count) = (0.0, 0.0, 0.0)
        for series in try series() {
            let test = try #require(
                ForecastBacktest(
                    values: series.values,
                    seasons: series.seasons,
                    horizon: series.horizon,
                    limit: 8
                )
            )
            within80 += test.coverage80
            within95 += test.coverage95
            count += 1
            #expect((test.relativeError ?? 0) < 1, "\(series.name)")
        }
        #expect(count == 8)
        #expect((0.91...0.99).contains(within95 / count), "\(within95 / count)")
        #expect((0.74...0.9).contains(within80 / count), "\(within80 / count)")
    }

    /// Six months apart, from the last ten years of Europe's orders of electrical equipment.
    @Test func `the combination errs less than the mean of its parts`() throws {
        let values = try SharedData.rows("statsmodels/elec_equip.csv").map { row in
            Double(row["STS.M.I7.W.TOVT.NS0016.4.000"] ?? "") ?? .nan
        }
        var combined = 0.0
        var alone: [Double] = []
        for origin in stride(from: 120, through: values.count - 12, by: 6) {
            let known = Array(values.prefix(origin))
            let forecast = try #require(
                Forecaster(values: known, seasons: [12], horizon: 12).forecast()
            )
            combined += error(forecast.mean, values, origin)
            let history = ForecastHistory(known, seasons: [12])
            let series = ForecastSeries(history.values, seasons: [12], known: origin)
            let members = ForecastMembers.all(history)
            alone += Array(repeating: 0, count: max(0, members.count - alone.count))
            for (index, candidate) in members.enumerated() {
                var member = candidate
                var path = Array(repeating: 0.0, count: 12)
                guard member.fit(series) else { continue }
                path.withUnsafeMutableBufferPointer {
                    member.roll(series, .end(origin, horizon: 12), into: $0)
                }
                alone[index] += error(path.map { $0 * history.unit }, values, origin)
            }
        }
        let mean = alone.reduce(0, +) / Double(alone.count)
        #expect(combined < mean)
        #expect(alone.count { combined < $0 } >= alone.count - 2)
    }

    private func error(_ path: [Double], _ values: [Double], _ origin: Int) -> Double {
        path.indices.reduce(0) { $0 + abs(path[$1] - values[origin + $1]) }
    }
}
