import D8SAnalysis
import D8SHistory
import D8SModel
import D8SQuery

/// Counts what the spend is divided by.
struct UnitCounts: Sendable {
    let pipeline: Pipeline
    let engine: any QueryEngine
    let asOf: Instant

    /// What one of each unit cost in the days of a month that are all there, and in as many days of
    /// the month before.
    func costs(_ units: [CostUnit], _ report: SpendReport) async throws -> [UnitCost] {
        let month = report.outlook.month
        let now = month.first..<report.through.adding(days: 1)
        let length = min(now.upperBound.number - now.lowerBound.number, month.previous.length)
        let first = month.previous.first
        let before = first..<first.adding(days: length)
        var costs: [UnitCost] = []
        for unit in units {
            let earlier = try await cost(unit, report.spend, before)
            guard var cost = try await cost(unit, report.spend, now) else { continue }
            cost.before = earlier?.cost
            costs.append(cost)
        }
        return costs
    }

    /// Nil if a sum has more than 38 digits.
    private func cost(
        _ unit: CostUnit,
        _ spend: Spend,
        _ days: Range<Day>
    ) async throws -> UnitCost? {
        guard let spent = spend.total(in: days, unit.filter) else { return nil }
        return UnitCost(
            unit: unit,
            days: days,
            spent: spent,
            count: try await count(unit.count, in: days)
        )
    }

    /// How many there were; nil where a day's number is not known.
    private func count(_ count: CostUnit.Count, in days: Range<Day>) async throws -> Double? {
        let window = Window(
            start: days.lowerBound.startInUTC,
            end: days.upperBound.startInUTC
        )
        switch count {
        case .deployments: return Double(try deployments(in: window))
        case .runs:
            let runs = try pipeline.history.runs(in: window)
            let ended = runs.count { run in
                run.kind == .pipeline && (run.finished.map(window.contains) ?? false)
            }
            return Double(ended)
        case .query(let expression): return await sum(of: expression, days)
        }
    }

    private func deployments(in window: Window) throws(HistoryError) -> Int {
        var count = 0
        let environment = pipeline.configuration.environment
        try pipeline.history.forEachService(in: environment, asOf: asOf) { service in
            count += service.deployments.count {
                $0.status == .success && window.contains($0.finished)
            }
        }
        return count
    }

    /// The values at the end of each day, added up; nil if a day has none.
    private func sum(of expression: String, _ days: Range<Day>) async -> Double? {
        let range = QueryRange(
            start: days.lowerBound.adding(days: 1).startInUTC,
            end: days.upperBound.startInUTC,
            step: 86_400_000
        )
        let answer = try? await engine.range(expression, over: range)
        guard case .matrix(let series)? = answer?.value else { return nil }
        let known = Set(series.flatMap(\.times))
        guard known.count == range.count else { return nil }
        return series.reduce(0) { $0 + $1.values.reduce(0, +) }
    }
}
