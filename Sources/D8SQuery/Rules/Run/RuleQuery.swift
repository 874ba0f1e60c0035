import D8SModel

/// Asks an expression over a range, in parts that are not too long, and around instants at which
/// it has no value.
struct RuleQuery {
    let engine: any QueryEngine
    let expression: String
    /// Whether the instants have to be asked one by one.
    let isStepwise: Bool

    /// A part of the range with its answer.
    struct Part {
        var range: QueryRange
        var answer: Result<[RangeSeries], QueryError>
    }

    /// What Prometheus' HTTP API answers at most.
    private static let pointLimit = 11_000
    /// So many parts are asked to find the instants that fail; then the rest is given up.
    private static let partLimit = 200

    /// The parts of a range in order; one that failed has only instants that fail, or too many
    /// parts were asked.
    func parts(of range: QueryRange) async -> [Part] {
        guard range.count > 0 else { return [] }
        let length = isStepwise ? 1 : Self.pointLimit
        var waiting = stride(from: 0, to: range.count, by: length).map { start in
            Self.part(of: range, start..<min(start + length, range.count))
        }
        waiting.reverse()
        var parts: [Part] = [], failures = 0
        while let next = waiting.popLast() {
            let answer = await answer(next)
            if answer.mayBeShortened, next.count > 1, failures < Self.partLimit {
                failures += 1
                let middle = next.count / 2
                waiting.append(Self.part(of: next, middle..<next.count))
                waiting.append(Self.part(of: next, 0..<middle))
            } else {
                parts.append(Part(range: next, answer: answer))
            }
        }
        return parts
    }

    private func answer(_ range: QueryRange) async -> Result<[RangeSeries], QueryError> {
        do throws(QueryError) {
            let answer =
                range.count == 1
                ? try await engine.instant(expression, at: range.start)
                : try await engine.range(expression, over: range)
            return .success(try Self.series(answer.value))
        } catch {
            return .failure(error)
        }
    }

    private static func series(_ value: QueryValue) throws(QueryError) -> [RangeSeries] {
        switch value {
        case .matrix(let series): return series
        case .vector(let samples):
            return samples.map {
                RangeSeries(series: $0.series, times: [$0.time], values: [$0.value])
            }
        case .scalar(let time, let value):
            return [RangeSeries(series: Series(metric: ""), times: [time], values: [value])]
        case .string:
            throw .evaluation(reason: "rule result is not a vector or scalar")
        }
    }

    private static func part(of range: QueryRange, _ steps: Range<Int>) -> QueryRange {
        QueryRange(
            start: Instant(milliseconds: range.time(steps.lowerBound)),
            end: Instant(milliseconds: range.time(steps.upperBound - 1)),
            step: range.step
        )
    }
}

extension Result<[RangeSeries], QueryError> {
    /// Whether a part of the range may have an answer though all of it has none.
    fileprivate var mayBeShortened: Bool {
        switch self {
        case .failure(.evaluation), .failure(.tooMuch): true
        case .failure(.syntax), .failure(.storage), .success: false
        }
    }
}
