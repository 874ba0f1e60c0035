import D8SModel

/// A line with metadata that is remembered.
struct FamilyLine {
    /// The number of the family in the notes; nil if they are full.
    let family: Int?
    /// The number of the family's name in OpenMetrics' rules, where they hold.
    let name: Int
    let fact: Descriptor.Fact
    let rule: Rule

    /// What OpenMetrics' rules have to know of the fact.
    enum Rule: Equatable {
        case type(Metric.Kind)
        case help
        case unit(isGiven: Bool)
    }

    init(family: Int?, name: Int, fact: Descriptor.Fact) {
        self.family = family
        self.name = name
        self.fact = fact
        rule =
            switch fact {
            case .kind(let kind): .type(kind)
            case .help: .help
            case .unit(let unit): .unit(isGiven: !unit.isEmpty)
            }
    }
}

extension FamilyLine.Rule {
    /// The line's word.
    var keyword: String {
        switch self {
        case .type: "TYPE"
        case .help: "HELP"
        case .unit: "UNIT"
        }
    }

    /// From 0 to 2, by which of the three it is.
    var place: Int {
        switch self {
        case .type: 0
        case .help: 1
        case .unit: 2
        }
    }
}
