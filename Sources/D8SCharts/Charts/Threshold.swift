/// A value from which on a measure does harm.
package struct Threshold: Hashable, Sendable {
    /// On which side of the value the harm lies.
    package enum Harm: Hashable, Sendable {
        case above, below
    }

    /// Written before the value: `warning`, `critical`.
    package var label: String
    package var value: Double
    package var harm: Harm
    /// `.warning` or `.critical`.
    package var ink: Ink

    package init(label: String, value: Double, harm: Harm = .above, ink: Ink) {
        self.label = label
        self.value = value
        self.harm = harm
        self.ink = ink
    }
}
