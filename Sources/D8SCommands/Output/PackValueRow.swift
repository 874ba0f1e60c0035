import D8SModel
import D8SSite

/// The last value of one series of a pack's measure as `d8s packs NAME` lists it.
struct PackValueRow: PrintedRow {
    static let heads = ["MEASURE", "SERIES", "VALUE", "AT", "LIMITS"]
    static let columns = ["measure", "series", "value", "unit", "at", "limits", "fault"]
    static let none = "The pack is not at work: the history has none of the metrics that it needs."

    let measure: String
    let series: String
    let value: Double?
    let unit: String
    let at: String?
    let limits: String
    /// Why the measure has no value; nil if its query was answered.
    let fault: String?
    /// The value for people.
    private let shown: String

    private enum CodingKeys: String, CodingKey {
        case measure, series, value, unit, at, limits, fault
    }

    /// A row for each series; one without a value for a measure that has none.
    static func all(of domain: DomainReading, _ format: Format) -> [PackValueRow] {
        domain.measures.flatMap { reading in
            reading.lines.isEmpty
                ? [PackValueRow(reading, nil, format)]
                : reading.lines.map { PackValueRow(reading, $0, format) }
        }
    }

    private init(_ reading: MeasureReading, _ line: MeasureReading.Line?, _ format: Format) {
        let name = reading.measure.name
        let last = line?.values.last.flatMap { $0.isFinite ? $0 : nil }
        measure = name.rawValue
        series = line?.series.description ?? ""
        value = last
        unit = name.unit.rawValue
        at = line?.times.last.map { Instant(milliseconds: $0).description }
        limits = reading.measure.thresholds.map { threshold in
            let side = threshold.side == .above ? ">" : "<"
            return "\(threshold.severity.word) \(side) \(format.value(threshold.limit, name.unit))"
        }.joined(separator: ", ")
        fault = reading.fault
        shown = reading.fault ?? last.map { format.value($0, name.unit) } ?? "no value"
    }

    var line: [String] { [measure, series, shown, at ?? "", limits] }

    var cells: [DataValue] {
        [
            .text(measure), .text(series), .optional(value), .text(unit), .optional(at),
            .text(limits), .optional(fault),
        ]
    }
}
