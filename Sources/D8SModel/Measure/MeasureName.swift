/// What a measure is: its key, what people call it, its unit, and which way it harms.
///
/// Two are the same if their keys are.
package struct MeasureName: Sendable {
    /// The key in JSON and CSV: `change_fail_rate`, `system.cpu_use`.
    package let rawValue: String
    /// What people call it: `Change fail rate`.
    package let title: String
    package let unit: Unit
    package let harm: Harm
    /// Whether readers steer by it: executives see it among their key metrics.
    package let isKey: Bool

    package init(rawValue: String, title: String, unit: Unit, harm: Harm, isKey: Bool = false) {
        self.rawValue = rawValue
        self.title = title
        self.unit = unit
        self.harm = harm
        self.isKey = isKey
    }

    /// Whether a higher value is worse for the people who depend on it.
    package var higherIsHarm: Bool { harm != .down }
}

extension MeasureName: Hashable {
    package static func == (left: MeasureName, right: MeasureName) -> Bool {
        left.rawValue == right.rawValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
