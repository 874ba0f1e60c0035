import D8SModel

/// The rules of OpenMetrics 1.0 beyond its grammar: families, metrics and points are whole, in
/// order and not interleaved, and their values are possible.
///
/// It is shown the lines of an exposition in order. What is wrong comes out as a clause.
struct OpenMetricsRules {
    private var names = FamilyNames()
    /// The family whose lines are being read; nil before the first.
    private var open: OpenFamily?
    private var page = 1
    /// Page in which a metric was last seen, and as part of which family line.
    private var metricPages: [Int] = []
    private var metricNumbers: [[UInt8]: Int] = [:]

    private struct OpenFamily {
        let name: Int
        var kind: Metric.Kind?
        var hasHelp = false
        var hasUnit = false
        var isUnitGiven = false
        /// Number of name and kind; nil before the first sample.
        var family: Int?
        var metric: OpenMetric?
    }

    /// The metric whose samples are being read.
    private struct OpenMetric {
        let number: Int
        var time: ExpositionTime?
        var hasTotal = false
        var point = PointRules()
        /// Numbers the points since the beginning, so that a series is seen once in each.
        var serial: Int
    }

    private var serial = 0
    /// The point in which a series was last seen, by the series' number.
    private var seriesPoints: [Int] = []

    /// Begins another exposition.
    mutating func begin() {
        page += 1
        names.begin()
        open = nil
    }

    /// Forgets which metrics and series there were, so that memory stays bounded: what stands
    /// apart from its metric is found no further back than this.
    mutating func forget() {
        metricPages = []
        metricNumbers = [:]
        seriesPoints = []
        open?.metric = nil
        open?.family = nil
        names.forgetFamilies()
    }

    /// Looks at a line with metadata.
    mutating func add(_ descriptor: Descriptor) -> String? {
        let name = names.number(of: descriptor.family)
        var fault: String?
        if open?.name != name {
            fault = close()
            if names.isTaken(name) {
                return fault ?? "the family stands twice, or its name is that of another's sample"
            }
            open = OpenFamily(name: name)
        }
        if open?.family != nil { return fault ?? "metadata has to stand before the samples" }
        return fault ?? note(descriptor)
    }

    /// Looks at a sample of the series of this number.
    ///
    /// What is known of the series, `facts`, is worked out anew where the family is another. The
    /// result says what is wrong, and whether the point has such a sample already, so that this
    /// one is to be left out.
    mutating func add(
        _ value: Double,
        at time: ExpositionTime?,
        exemplar: Double?,
        of number: Int,
        facts: inout SampleFacts?,
        series: () -> Series
    ) -> (fault: String?, isRepeated: Bool) {
        if let fault = resolve(&facts, series) { return (fault, false) }
        guard let facts else { return ("there is no family", false) }
        if let fault = enter(facts, time) { return (fault, false) }
        let serial = open?.metric?.serial ?? 0
        while seriesPoints.count <= number { seriesPoints.append(0) }
        guard seriesPoints[number] != serial else {
            return (time == nil ? "the series stands twice" : nil, true)
        }
        seriesPoints[number] = serial
        if let exemplar, let fault = Self.fault(exemplar, facts) { return (fault, false) }
        if facts.role == .total { open?.metric?.hasTotal = true }
        return (open?.metric?.point.add(value, facts), false)
    }

    /// Looks at the end.
    mutating func finish() -> String? {
        close()
    }

    private mutating func note(_ descriptor: Descriptor) -> String? {
        var isRepeated = false
        switch descriptor.fact {
        case .kind(let kind):
            isRepeated = open?.kind != nil
            open?.kind = kind
        case .help:
            isRepeated = open?.hasHelp == true
            open?.hasHelp = true
        case .unit(let unit):
            isRepeated = open?.hasUnit == true
            open?.hasUnit = true
            open?.isUnitGiven = !unit.isEmpty
        }
        return isRepeated ? "the family has two lines of \(descriptor.keyword)" : nil
    }

    /// Finds the sample's place in the open family, or begins the family that it is alone in.
    private mutating func resolve(
        _ facts: inout SampleFacts?,
        _ series: () -> Series
    ) -> String? {
        if let facts, facts.family == open?.family { return nil }
        if let open, open.family == nil {
            let family = names.family(open.name, open.kind ?? .unknown)
            if facts?.family == family { return claim(family, open.kind ?? .unknown) }
        }
        let series = series()
        let name = Array(series.key.prefix { $0 != 0xFF })
        if let open {
            let kind = open.kind ?? .unknown
            if let role = names.role(of: name, in: open.name, kind) {
                let family = names.family(open.name, kind)
                if open.family == nil, let fault = claim(family, kind) { return fault }
                return work(&facts, series, family, open.name, kind, role)
            }
        }
        if let fault = close() { return fault }
        let number = names.number(of: name)
        open = OpenFamily(name: number, kind: .unknown)
        let family = names.family(number, .unknown)
        if let fault = claim(family, .unknown) { return fault }
        return work(&facts, series, family, number, .unknown, .value)
    }

    private mutating func work(
        _ facts: inout SampleFacts?,
        _ series: Series,
        _ family: Int,
        _ name: Int,
        _ kind: Metric.Kind,
        _ role: SampleRole
    ) -> String? {
        let text = names.text(name)
        let labels = series.labels
        let fault = SampleFacts.fault(role, kind, family: text, labels: labels)
        if let fault { return fault }
        let own = SampleFacts.ownLabel(role, kind, family: text)
        let rest = kind == .info ? [] : labels.filter { $0.name != own }
        let bound = role == .bucket ? labels.first { $0.name == "le" }?.value : nil
        let key = Series(metric: "\(family)", labels: rest).key
        facts = SampleFacts(
            family: family,
            kind: kind,
            role: role,
            metric: metricNumber(key),
            bound: bound.flatMap(SampleFacts.number) ?? .infinity
        )
        return nil
    }

    private mutating func metricNumber(_ key: [UInt8]) -> Int {
        if let number = metricNumbers[key] { return number }
        let number = metricPages.count
        metricNumbers[key] = number
        metricPages.append(0)
        return number
    }

    /// Takes the names that the family's samples may have; its first sample has come, or its end.
    private mutating func claim(_ family: Int, _ kind: Metric.Kind) -> String? {
        open?.family = family
        if open?.isUnitGiven == true, kind == .info || kind == .stateset {
            return "an info or a stateset has no unit"
        }
        return names.claim(family)
    }

    /// Goes on to the sample's metric and point.
    private mutating func enter(_ facts: SampleFacts, _ time: ExpositionTime?) -> String? {
        guard var metric = open?.metric, metric.number == facts.metric else {
            if let fault = closeMetric() { return fault }
            if metricPages[facts.metric] == page {
                return "the samples of a metric have to stand together"
            }
            metricPages[facts.metric] = page
            serial += 1
            open?.metric = OpenMetric(number: facts.metric, time: time, serial: serial)
            return nil
        }
        if metric.time == time { return nil }
        guard let before = metric.time, let time else {
            return "either all samples of a metric have times or none"
        }
        if time < before, facts.kind != .info { return "the time goes back within a metric" }
        let fault = metric.point.fault(facts.kind)
        serial += 1
        metric.time = time
        metric.point = PointRules()
        metric.serial = serial
        open?.metric = metric
        return fault.map { "the point before \($0)" }
    }

    private mutating func closeMetric() -> String? {
        guard let family = open, let metric = family.metric, let kind = family.kind else {
            return nil
        }
        open?.metric = nil
        if kind == .counter, !metric.hasTotal {
            return "the counter \(names.text(family.name)) has no total"
        }
        return metric.point.fault(kind).map { "\(names.text(family.name)) \($0)" }
    }

    private mutating func close() -> String? {
        guard let family = open else { return nil }
        let metricFault = closeMetric()
        let kind = family.kind ?? .unknown
        let isEmpty = family.family == nil
        let claimFault = isEmpty ? claim(names.family(family.name, kind), kind) : nil
        open = nil
        return metricFault ?? claimFault
    }

    private static func fault(_ exemplar: Double, _ facts: SampleFacts) -> String? {
        guard facts.role == .bucket || facts.role == .total else {
            return "only a counter's total and a bucket may have an exemplar"
        }
        guard facts.role != .bucket || exemplar <= facts.bound else {
            return "the exemplar is above its bucket's threshold"
        }
        return nil
    }
}
