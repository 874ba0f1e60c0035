/// What to do about a finding.
package struct Action: Hashable, Sendable {
    package enum Weight: String, Sendable {
        case low, medium, high
    }

    /// An order in a sentence, with its full stop.
    package let text: String
    package let impact: Weight
    package let effort: Weight

    package init(text: String, impact: Weight, effort: Weight) {
        self.text = text
        self.impact = impact
        self.effort = effort
    }
}
