/// One number about one entity over one window, with all that a reader needs to trust it.
package struct Measure: Hashable, Sendable {
    package let name: MeasureName
    package let entity: Entity
    /// Nil means "not enough data"; it is never 0 in disguise and never "good".
    package let value: Double?
    /// The number of observations behind the value.
    package let n: Int
    /// For a ratio: how many of the `n`.
    package let k: Int?
    package let window: Window
    package let interval: Interval?
    /// How the value and its interval were computed, for an analyst: `median, order
    /// statistics`.
    package let method: String
    /// The levels this value earns in each benchmark edition it is held against; empty if the data
    /// do not allow one.
    package let grades: [Grade]
    /// Why there is no value or no grade, in words; nil if there is nothing to say.
    package let note: String?

    package init(
        name: MeasureName,
        entity: Entity,
        value: Double?,
        n: Int,
        k: Int? = nil,
        window: Window,
        interval: Interval? = nil,
        method: String,
        grades: [Grade] = [],
        note: String? = nil
    ) {
        self.name = name
        self.entity = entity
        self.value = value
        self.n = n
        self.k = k
        self.window = window
        self.interval = interval
        self.method = method
        self.grades = grades
        self.note = note
    }

    package var unit: Unit { name.unit }
}
