package import D8SModel

/// One value of an exported table.
package enum DataValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    case whole(Int)
    /// An exact decimal number, such as an amount of money.
    case decimal(ExactDecimal)
    case flag(Bool)
    /// UTC, ISO 8601.
    case instant(Instant)
    case day(Day)
    /// Not known: empty in CSV, `null` in JSON; never 0.
    case missing

    package static func optional(_ text: String?) -> DataValue {
        text.map(DataValue.text) ?? .missing
    }
    package static func optional(_ number: Double?) -> DataValue {
        number.map(DataValue.number) ?? .missing
    }
    package static func optional(_ number: Int?) -> DataValue {
        number.map(DataValue.whole) ?? .missing
    }
    package static func optional(_ number: ExactDecimal?) -> DataValue {
        number.map(DataValue.decimal) ?? .missing
    }
    package static func optional(_ instant: Instant?) -> DataValue {
        instant.map(DataValue.instant) ?? .missing
    }
}
