import D8SModel

/// A line that says something of a family: `# TYPE`, `# HELP` or `# UNIT`.
struct Descriptor {
    enum Fact: Hashable {
        case kind(Metric.Kind)
        case help(String)
        case unit(String)
    }

    /// Where the family's name stands.
    let family: SeriesScanner.Part
    let fact: Fact
}
