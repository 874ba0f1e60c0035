import D8SModel

/// What one reading of a host brought, in the order in which it was read.
struct HostPage {
    /// On every series: job, instance and what the configuration adds.
    let labels: [Label]
    private(set) var metrics: [Metric] = []
    private(set) var series: [Series] = []
    private(set) var values: [Double] = []
    /// What could not be read, in sentences.
    private(set) var notes: [String] = []
    private var known: Set<String> = []

    init(labels: [Label]) {
        self.labels = labels
    }

    /// Adds a sample; what is no number (a line cut short, another form) is left out.
    mutating func add(_ family: HostFamily, _ own: [Label] = [], _ value: Double?) {
        guard let value, value.isFinite else { return }
        if known.insert(family.name).inserted { metrics.append(family.metric) }
        series.append(Series(metric: family.name, labels: labels + own))
        values.append(value)
    }

    /// Adds the series that says whether the host could be read, as Prometheus does for a target.
    mutating func add(up: Bool) {
        series.append(Series(metric: "up", labels: labels))
        values.append(up ? 1 : 0)
    }

    mutating func note(_ sentence: String) {
        notes.append(sentence)
    }
}
