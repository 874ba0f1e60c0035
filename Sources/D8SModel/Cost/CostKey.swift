/// What a charge is for: whatever tells it from others but its time and its amounts.
package struct CostKey: Hashable, Sendable {
    /// By the place of the field; empty, or as long as there are fields.
    private var values: [String?]
    /// Tags of the resource, sorted by name, each name once.
    package var tags: [Label]

    /// A key of these fields; an empty text is not a value.
    package init(_ fields: [CostField: String] = [:], tags: [Label] = []) {
        values = []
        self.tags = tags
        for (field, text) in fields { self[field] = text }
    }

    /// The value of a field; nil where the source says nothing.
    package subscript(field: CostField) -> String? {
        get { values.isEmpty ? nil : values[field.rawValue] }
        set {
            if values.isEmpty {
                values = Array(repeating: nil, count: CostField.allCases.count)
            }
            values[field.rawValue] = newValue?.isEmpty == true ? nil : newValue
        }
    }

    /// The value of a tag; nil if it has none of this name.
    package func tag(_ name: String) -> String? {
        tags.first { $0.name == name }?.value
    }

    /// Whether the charge restates an earlier billing period (`ChargeClass` is `Correction`).
    package var isCorrection: Bool { self[.chargeClass] == "Correction" }
}
