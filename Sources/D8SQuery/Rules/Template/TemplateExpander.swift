import D8SModel

/// Expands the templates of an alert's labels and annotations as Prometheus does.
struct TemplateExpander: Sendable {
    var externalLabels: [String: String] = [:]
    /// Where the rules' own server is; Prometheus' `--web.external-url`.
    var externalURL = ""
    /// Answers `query`; at the instant of the evaluation.
    var query: @Sendable (String, Instant) async throws(QueryError) -> QueryAnswer = {
        _,
        _ throws(QueryError) in
        throw .evaluation(reason: "there is nothing to query")
    }

    /// Templates that ask more questions than this have no text.
    private static let queryLimit = 50

    /// What Prometheus puts before each template, so that `$labels` and its like are there.
    private static let definitions =
        "{{$labels := .Labels}}{{$externalLabels := .ExternalLabels}}"
        + "{{$externalURL := .ExternalURL}}{{$value := .Value}}"

    /// The template in a label or an annotation of an alert.
    ///
    /// - Throws: `TemplateFault` if it cannot be read.
    static func template(
        _ text: String,
        ofAlert name: String
    ) throws(TemplateFault) -> Template {
        try TemplateParser.read(definitions + text, name: "__alert_" + name)
    }

    /// The text of a label or an annotation; in place of one that fails, what Prometheus shows.
    func text(
        _ text: String,
        ofAlert name: String,
        labels: [String: String],
        value: Double,
        at time: Instant
    ) async -> String {
        guard text.contains("{{") else { return text }
        let data = TemplateData(
            labels: labels,
            externalLabels: externalLabels,
            externalURL: externalURL,
            value: value
        )
        do throws(TemplateFault) {
            let template = try Self.template(text, ofAlert: name)
            return try await expand(template, .data(data), at: time)
        } catch {
            return "<error expanding template: \(error.message)>"
        }
    }

    /// Runs the template, anew after each query that it asks.
    func expand(
        _ template: Template,
        _ dot: TemplateValue,
        at time: Instant
    ) async throws(TemplateFault) -> String {
        var surroundings = TemplateFunctions.Surroundings(
            externalURL: externalURL,
            pathPrefix: pathPrefix,
            time: time.milliseconds
        )
        for _ in 0...Self.queryLimit {
            do throws(TemplateStop) {
                return try TemplateRun.text(template, dot, surroundings)
            } catch {
                switch error {
                case .fault(let fault): throw fault
                case .query(let expression):
                    surroundings.answers[expression] = await answer(expression, time)
                }
            }
        }
        throw TemplateFault("it asks more than \(Self.queryLimit) queries")
    }

    private var pathPrefix: String {
        guard let scheme = externalURL.firstRange(of: "://") else { return "" }
        let rest = externalURL[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
    }

    private func answer(
        _ expression: String,
        _ time: Instant
    ) async -> Result<[TemplateSample], TemplateFault> {
        do throws(QueryError) {
            switch try await query(expression, time).value {
            case .vector(let samples):
                return .success(
                    samples.map { TemplateSample(labels: $0.series.table, value: $0.value) }
                )
            case .scalar(_, let value):
                return .success([TemplateSample(labels: [:], value: value)])
            case .string, .matrix:
                return .failure(TemplateFault("rule result is not a vector or scalar"))
            }
        } catch {
            return .failure(TemplateFault(error.description))
        }
    }
}

extension Series {
    /// The labels, and the metric name as `__name__` if there is one.
    var table: [String: String] {
        var table = Dictionary(labels.map { ($0.name, $0.value) }) { _, last in last }
        let metric = metric
        if !metric.isEmpty { table["__name__"] = metric }
        return table
    }
}
