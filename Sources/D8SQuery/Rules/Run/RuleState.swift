import D8SModel

/// What one rule keeps from evaluation to evaluation.
struct RuleState {
    let group: RuleGroup
    let rule: QueryRule
    /// Whether other rules may read its alerts as `ALERTS`.
    var recordsAlerts = false
    private(set) var tracker: AlertTracker?
    private(set) var failure: RuleFailure?
    private let labelsVary: Bool
    /// The labels of alerts, by the series of the expression.
    private var identities: [Series: Series] = [:]
    private var previous: Set<Series> = []

    init(group: RuleGroup, rule: QueryRule) {
        self.group = group
        self.rule = rule
        if case .alerting(let terms) = rule.kind {
            tracker = AlertTracker(terms: terms, limit: group.limit)
        }
        labelsVary = rule.labels.contains { RuleTemplates.varies($0.value, ofAlert: rule.name) }
    }

    /// Takes the result of an evaluation at `time`, which looked at the group's offset before it.
    ///
    /// - Returns: What the rule makes; what it made before and does not make any more ends there.
    mutating func take(
        _ vector: [RuleElement],
        at time: Int64,
        expander: TemplateExpander
    ) async -> [RecordedSamples.Sample] {
        do throws(RuleFault) {
            let samples = try await samples(vector, at: time, expander)
            let stamp = time - group.queryOffset
            let current = Set(samples.map(\.0))
            let over = previous.subtracting(current).sorted()
            previous = current
            return samples.map { RecordedSamples.Sample(series: $0, time: stamp, value: $1) }
                + over.map { RecordedSamples.Sample(series: $0, time: stamp, value: .staleMarker) }
        } catch {
            fail(error.reason, at: time)
            return []
        }
    }

    /// Takes whole series of a recording rule that begin now; false if they have to be taken
    /// instant by instant, since some of them are one after labels, or too many.
    mutating func take(
        _ matrix: [RangeSeries],
        over range: QueryRange,
        recorded: inout RecordedSamples
    ) -> Bool {
        guard case .recording = rule.kind, previous.isEmpty else { return false }
        guard group.limit == 0 || matrix.count <= group.limit else { return false }
        let count = matrix.reduce(recorded.count) { $0 + $1.times.count }
        guard count <= RecordedSamples.countLimit else { return false }
        var columns: [Series: RecordedSamples.Column] = [:]
        for series in matrix {
            let column = Self.column(series, over: range)
            guard columns.updateValue(column, forKey: recordedSeries(series.series)) == nil else {
                return false
            }
        }
        for (series, column) in columns {
            recorded.append(series, column)
            let isOpen = column.values.last.map { !$0.isStaleMarker } ?? false
            if isOpen { previous.insert(series) }
        }
        return true
    }

    /// Notes that the rule had no result at an instant, or at several up to a last one.
    mutating func fail(
        _ reason: String,
        at time: Int64,
        until last: Int64? = nil,
        count: Int = 1
    ) {
        let known = failure?.count ?? 0
        failure = RuleFailure(
            file: group.file,
            line: rule.line,
            group: group.name,
            rule: rule.name,
            reason: reason,
            first: failure?.first ?? Instant(milliseconds: time),
            last: Instant(milliseconds: last ?? time),
            count: known + count
        )
    }

    /// The samples of a series, with a marker where it ends for an evaluation or more.
    private static func column(
        _ series: RangeSeries,
        over range: QueryRange
    ) -> RecordedSamples.Column {
        var column = RecordedSamples.Column()
        let last = range.time(max(0, range.count - 1))
        for (place, time) in series.times.enumerated() {
            column.times.append(time)
            column.values.append(series.values[place])
            let next = place + 1 < series.times.count ? series.times[place + 1] : .max
            guard time < last, next > time + range.step else { continue }
            column.times.append(time + range.step)
            column.values.append(.staleMarker)
        }
        return column
    }

    private mutating func samples(
        _ vector: [RuleElement],
        at time: Int64,
        _ expander: TemplateExpander
    ) async throws(RuleFault) -> [(Series, Double)] {
        if tracker == nil { return try recordedSamples(vector) }
        var elements: [Series: RuleElement] = [:]
        for element in vector {
            let identity = await identity(of: element, expander)
            guard elements.updateValue(element, forKey: identity) == nil else {
                throw RuleFault(
                    "vector contains metrics with the same labelset after applying alert labels"
                )
            }
        }
        try tracker?.advance(to: time, elements)
        return recordsAlerts ? alertSamples : []
    }

    private func recordedSamples(
        _ vector: [RuleElement]
    ) throws(RuleFault) -> [(Series, Double)] {
        let samples = vector.map { (recordedSeries($0.series), $0.value) }
        guard Set(samples.map(\.0)).count == samples.count else {
            throw RuleFault(
                "vector contains metrics with the same labelset after applying rule labels"
            )
        }
        guard group.limit == 0 || samples.count <= group.limit else {
            throw RuleFault("exceeded limit of \(group.limit) with \(samples.count) series")
        }
        return samples
    }

    private func recordedSeries(_ series: Series) -> Series {
        Series(metric: rule.name, labels: series.labels + rule.labels)
    }

    private var alertSamples: [(Series, Double)] {
        let alerts = (tracker?.active ?? [:]).sorted { $0.key < $1.key }
        return alerts.flatMap { identity, alert -> [(Series, Double)] in
            let labels = identity.labels.filter { $0.name != "alertstate" }
            let state = [Label("alertstate", alert.state.rawValue)]
            let seconds = (Double(alert.activeAt) / 1000).rounded(.down)
            return [
                (Series(metric: "ALERTS", labels: labels + state), 1),
                (Series(metric: "ALERTS_FOR_STATE", labels: labels), seconds),
            ]
        }
    }

    private mutating func identity(
        of element: RuleElement,
        _ expander: TemplateExpander
    ) async -> Series {
        if !labelsVary, let known = identities[element.series] { return known }
        var labels = element.series.labels
        let table = element.series.table
        for label in rule.labels {
            let text = await expander.text(
                label.value,
                ofAlert: rule.name,
                labels: table,
                value: element.value,
                at: Instant(milliseconds: element.time)
            )
            labels.append(Label(label.name, text))
        }
        labels.append(Label("alertname", rule.name))
        let identity = Series(metric: "ALERTS", labels: labels)
        if !labelsVary { identities[element.series] = identity }
        return identity
    }
}
