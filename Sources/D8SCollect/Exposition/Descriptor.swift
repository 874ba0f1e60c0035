import D8SModel

/// A line that says something of a family: `# TYPE`, `# HELP` or `# UNIT`.
struct Descriptor: Hashable {
    enum Fact: Hashable {
        case kind(Metric.Kind)
        case help(String)
        case unit(String)

        /// From 0 to 2, by which of the three it is.
        var place: Int {
            switch self {
            case .kind: 0
            case .help: 1
            case .unit: 2
            }
        }
    }

    /// The bytes of the family's name.
    let family: [UInt8]
    let fact: Fact

    /// Which of the three it is.
    var keyword: String {
        switch fact {
        case .kind: "TYPE"
        case .help: "HELP"
        case .unit: "UNIT"
        }
    }
}
