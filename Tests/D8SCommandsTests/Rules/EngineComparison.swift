import D8SModel
import D8SQuery

@testable import D8SCommands

/// The answers of two engines to the same question, as far as they differ.
struct EngineComparison {
    let engine: any QueryEngine
    let reference: any QueryEngine

    private static let instant = Instant(milliseconds: EngineSamples.start + 2_400_123)
    private static let range = QueryRange(
        start: instant.adding(seconds: -1500),
        end: instant.adding(seconds: 900),
        step: 83_000
    )

    /// What differs in the answers to an expression at an instant and over a range; nil if nothing.
    func difference(_ expression: String) async throws -> String? {
        let found = try await engine.instant(expression, at: Self.instant)
        let wanted = try await reference.instant(expression, at: Self.instant)
        if let difference = Self.difference(found.value, wanted.value) { return difference }
        return try await difference(expression, over: Self.range)
    }

    func difference(_ expression: String, over range: QueryRange) async throws -> String? {
        let found = try await engine.range(expression, over: range)
        let wanted = try await reference.range(expression, over: range)
        return Self.difference(found.value, wanted.value)
    }

    private static func difference(_ found: QueryValue, _ wanted: QueryValue) -> String? {
        let left = points(found), right = points(wanted)
        guard left.keys == right.keys else {
            let missing = Set(right.keys).subtracting(left.keys).sorted().prefix(2)
            let extra = Set(left.keys).subtracting(right.keys).sorted().prefix(2)
            return "missing \(missing.map(\.description)), too much \(extra.map(\.description))"
        }
        for (series, points) in right.sorted(by: { $0.key < $1.key }) {
            let others = left[series] ?? []
            guard points.map(\.0) == others.map(\.0) else { return "\(series): other times" }
            for (point, other) in zip(points, others) where !isSame(point.1, other.1) {
                return "\(series) at \(point.0): \(other.1), not \(point.1)"
            }
        }
        return nil
    }

    private static func points(_ value: QueryValue) -> [Series: [(Int64, Double)]] {
        switch value {
        case .scalar(let time, let value): [Series(metric: ""): [(time, value)]]
        case .string: [:]
        case .vector(let samples):
            Dictionary(samples.map { ($0.series, [($0.time, $0.value)]) }) { $0 + $1 }
        case .matrix(let all):
            Dictionary(all.map { ($0.series, Array(zip($0.times, $0.values))) }) { $0 + $1 }
        }
    }

    private static func isSame(_ left: Double, _ right: Double) -> Bool {
        if left == right || left.isNaN && right.isNaN { return true }
        return (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude, 1e-9)
    }
}
