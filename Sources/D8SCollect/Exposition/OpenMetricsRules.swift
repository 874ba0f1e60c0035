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
    private var metrics = NameNumbers()
    /// The metric whose samples are being read, in the open family.
    private var metric: OpenMetric?

    private struct OpenFamily {
        let name: Int
        var kind: Metric.Kind?
        var hasHelp = false
        var hasUnit = false
        var isUnitGiven = false
        /// Number of name and kind; nil before the first sample.
        var family: Int?
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
    /// Room for a metric's key.
    private var text: [UInt8] = []
    /// The point in which a series was last seen, by the series' number.
    private var seriesPoints: [Int] = []

    /// Begins another exposition.
    mutating func begin() {
        page += 1
        names.begin()
        open = nil
        metric = nil
    }

    /// Forgets which metrics and series there were, so that memory stays bounded: what stands
    /// apart from its metric is found no further back than this.
    mutating func forget() {
        metricPages = []
        metrics = NameNumbers()
        seriesPoints = []
        metric = nil
        open?.family = nil
        names.forgetFamilies()
    }

    /// The number of a family's name, which stays.
    mutating func number(ofName name: UnsafeBufferPointer<UInt8>) -> Int {
        names.number(of: name)
    }

    /// Looks at a line with metadata of the family of this name.
    mutating func add(_ line: FamilyLine.Rule, ofName name: Int) -> String? {
        var fault: String?
        if open?.name != name {
            fault = close()
            if names.isTaken(name) {
                return fault ?? "the family stands twice, or its name is that of another's sample"
            }
            open = OpenFamily(name: name)
        }
        if open?.family != nil { return fault ?? "metadata has to stand before the samples" }
        return fault ?? note(line)
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
        withKey: ((UnsafeBufferPointer<UInt8>) -> String?) -> String?
    ) -> (fault: String?, isRepeated: Bool) {
        if let fault = resolve(&facts, withKey) { return (fault, false) }
        guard let facts else { return ("there is no family", false) }
        if let fault = enter(facts, time) { return (fault, false) }
        let serial = metric?.serial ?? 0
        while seriesPoints.count <= number { seriesPoints.append(0) }
        guard seriesPoints[number] != serial else {
            return (time == nil ? "the series stands twice" : nil, true)
        }
        seriesPoints[number] = serial
        if let exemplar, let fault = Self.fault(exemplar, facts) { return (fault, false) }
        if facts.role == .total { metric?.hasTotal = true }
        return (metric?.point.add(value, facts), false)
    }

    /// Looks at the end.
    mutating func finish() -> String? {
        close()
    }

    private mutating func note(_ line: FamilyLine.Rule) -> String? {
        var isRepeated = false
        switch line {
        case .type(let kind):
            isRepeated = open?.kind != nil
            open?.kind = kind
        case .help:
            isRepeated = open?.hasHelp == true
            open?.hasHelp = true
        case .unit(let isGiven):
            isRepeated = open?.hasUnit == true
            open?.hasUnit = true
            open?.isUnitGiven = isGiven
        }
        return isRepeated ? "the family has two lines of \(line.keyword)" : nil
    }

    /// Finds the sample's place in the open family, or begins the family that it is alone in.
    private mutating func resolve(
        _ facts: inout SampleFacts?,
        _ withKey: ((UnsafeBufferPointer<UInt8>) -> String?) -> String?
    ) -> String? {
        if let facts, facts.family == open?.family { return nil }
        if let open, open.family == nil {
            let family = names.family(open.name, open.kind ?? .unknown)
            if facts?.family == family { return claim(family, open.kind ?? .unknown) }
        }
        return withKey { work(&facts, SeriesKey($0)) }
    }

    /// Works out what the rules have to know of a series, and goes to its family.
    private mutating func work(_ facts: inout SampleFacts?, _ key: SeriesKey) -> String? {
        if let open {
            let kind = open.kind ?? .unknown
            if let role = names.role(of: key.name, in: open.name, kind) {
                let family = open.family ?? names.family(open.name, kind)
                if open.family == nil, let fault = claim(family, kind) { return fault }
                return work(&facts, key, family, open.name, kind, role)
            }
        }
        if let fault = close() { return fault }
        let number = names.number(of: key.name)
        open = OpenFamily(name: number, kind: .unknown)
        let family = names.family(number, .unknown)
        if let fault = claim(family, .unknown) { return fault }
        return work(&facts, key, family, number, .unknown, .value)
    }

    private mutating func work(
        _ facts: inout SampleFacts?,
        _ key: SeriesKey,
        _ family: Int,
        _ name: Int,
        _ kind: Metric.Kind,
        _ role: SampleRole
    ) -> String? {
        let labels = names.withBytes(of: name) { family in
            SampleLabels(role, kind, family: family, key)
        }
        if let fault = labels.fault { return fault }
        let own = kind == .info ? key.labels : labels.own
        let number = metricNumber(family, key, without: own)
        facts = SampleFacts(
            family: family,
            kind: kind,
            role: role,
            metric: number,
            bound: labels.bound
        )
        return nil
    }

    /// The number of the metric that has these labels in a family.
    private mutating func metricNumber(
        _ family: Int,
        _ key: SeriesKey,
        without own: Range<Int>
    ) -> Int {
        text.removeAll(keepingCapacity: true)
        withUnsafeBytes(of: family) { text.append(contentsOf: $0) }
        text.append(contentsOf: key.bytes[key.labels.lowerBound..<own.lowerBound])
        text.append(contentsOf: key.bytes[own.upperBound..<key.labels.upperBound])
        let number = text.withUnsafeBufferPointer { metrics.number(of: $0) }
        if number == metricPages.count { metricPages.append(0) }
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
    @inline(__always)
    private mutating func enter(_ facts: SampleFacts, _ time: ExpositionTime?) -> String? {
        guard let metric, metric.number == facts.metric else { return begin(facts, time) }
        return metric.time == time ? nil : enterPoint(facts, after: metric.time, time)
    }

    private mutating func begin(_ facts: SampleFacts, _ time: ExpositionTime?) -> String? {
        if let fault = closeMetric() { return fault }
        if metricPages[facts.metric] == page {
            return "the samples of a metric have to stand together"
        }
        metricPages[facts.metric] = page
        serial += 1
        metric = OpenMetric(number: facts.metric, time: time, serial: serial)
        return nil
    }

    private mutating func enterPoint(
        _ facts: SampleFacts,
        after before: ExpositionTime?,
        _ time: ExpositionTime?
    ) -> String? {
        guard let before, let time else {
            return "either all samples of a metric have times or none"
        }
        if time < before, facts.kind != .info { return "the time goes back within a metric" }
        let fault = metric?.point.fault(facts.kind)
        serial += 1
        metric?.time = time
        metric?.point = PointRules()
        metric?.serial = serial
        return fault.map { "the point before \($0)" }
    }

    private mutating func closeMetric() -> String? {
        guard let metric, let family = open, let kind = family.kind else { return nil }
        self.metric = nil
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
        metric = nil
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
