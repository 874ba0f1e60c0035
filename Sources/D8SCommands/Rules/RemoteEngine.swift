import D8SCollect
import D8SModel
import D8SQuery

/// Has a server with Prometheus' HTTP API evaluate expressions in place of the history.
///
/// The answers are the server's. VictoriaMetrics looks at the sample before a range, too, in `rate`,
/// `increase`, `delta`, `changes` and `resets`, and does not extrapolate, so that those differ there
/// by design (MetricsQL). Names of metrics that it keeps where Prometheus does not are taken away.
struct RemoteEngine: QueryEngine {
    private let queries: PrometheusQueries

    init(
        _ source: PrometheusSource,
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) {
        queries = PrometheusQueries(source, transport: transport)
    }

    func instant(_ expression: String, at time: Instant) async throws(QueryError) -> QueryAnswer {
        do throws(CollectError) {
            let answer = try await queries.value(expression, at: time)
            return Self.answer(answer, Self.value(answer, at: time), to: expression)
        } catch {
            throw Self.fault(error, in: expression)
        }
    }

    func range(
        _ expression: String,
        over range: QueryRange
    ) async throws(QueryError) -> QueryAnswer {
        do throws(CollectError) {
            let answer = try await queries.values(
                expression,
                from: range.start,
                to: range.end,
                step: range.step
            )
            return Self.answer(answer, .matrix(Self.matrix(answer)), to: expression)
        } catch {
            throw Self.fault(error, in: expression)
        }
    }

    private static func answer(
        _ answer: MatrixAnswer,
        _ value: QueryValue,
        to expression: String
    ) -> QueryAnswer {
        var warnings = answer.warnings
        if answer.isPartial { warnings.append("a store did not answer; samples are missing") }
        if answer.histograms > 0 { warnings.append("native histograms are left out") }
        let hasNames = (try? Expression.parse(expression))?.mayHaveName ?? true
        return QueryAnswer(
            value: hasNames ? value : value.withoutNames,
            warnings: warnings,
            infos: answer.infos
        )
    }

    private static func value(_ answer: MatrixAnswer, at time: Instant) -> QueryValue {
        switch answer.form {
        case .matrix: return .matrix(matrix(answer))
        case .string: return .string(time: time.milliseconds, value: answer.text ?? "")
        case .scalar:
            let value = answer.columns.first?.values.first ?? .nan
            return .scalar(time: time.milliseconds, value: value)
        case .vector:
            return .vector(
                answer.columns.compactMap { column in
                    guard let time = column.times.first, let value = column.values.first else {
                        return nil
                    }
                    return InstantSample(series: column.series, time: time, value: value)
                }
            )
        }
    }

    private static func matrix(_ answer: MatrixAnswer) -> [RangeSeries] {
        answer.columns
            .map { RangeSeries(series: $0.series, times: $0.times, values: $0.values) }
            .sorted { $0.series < $1.series }
    }

    /// What the server says of the expression is told as the embedded engine would tell it.
    private static func fault(_ error: CollectError, in expression: String) -> QueryError {
        guard case .refusedRequest(_, let status, let message) = error else {
            return .storage(reason: "\(error)")
        }
        switch status {
        case 400:
            return RemoteSyntax.fault(in: message, expression) ?? .storage(reason: "\(error)")
        case 422:
            let reason = message.hasPrefix("execution: ") ? message.dropFirst(11) : message[...]
            return .evaluation(reason: String(reason))
        default: return .storage(reason: "\(error)")
        }
    }
}

extension QueryValue {
    /// The same without the names of metrics.
    fileprivate var withoutNames: QueryValue {
        switch self {
        case .scalar, .string: self
        case .vector(let samples):
            .vector(
                samples.map { sample in
                    var sample = sample
                    sample.series = Series(metric: "", labels: sample.series.labels)
                    return sample
                }
            )
        case .matrix(let all):
            .matrix(
                all.map { series in
                    var series = series
                    series.series = Series(metric: "", labels: series.series.labels)
                    return series
                }
            )
        }
    }
}
