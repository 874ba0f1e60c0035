import D8SAnalysis
import D8SModel
import D8SSite

/// One measure of one service, as `d8s dora` writes it in JSON and CSV.
struct DoraRow: Encodable {
    var service: String
    var team: String?
    var environment: String
    var measure: String
    /// In `unit`; null means not enough data.
    var value: Double?
    var unit: String
    var n: Int
    var k: Int?
    var low: Double?
    var high: Double?
    var confidence: Double?
    var before: Double?
    var beforeN: Int
    var windowStart: String
    var windowEnd: String
    var method: String
    /// Label by edition.
    var grades: [String: String]
    var note: String?

    /// The rows of a report in its order.
    static func rows(of report: DeliveryReport) -> [DoraRow] {
        report.services.flatMap { service in
            zip(service.now.all, service.before.all).map { now, before in
                DoraRow(service: service, now: now, before: before)
            }
        }
    }

    private init(service: ServiceDelivery, now: Measure, before: Measure) {
        self.service = service.service.name
        team = service.service.team
        environment = service.environment
        measure = now.name.rawValue
        value = now.value
        unit = now.unit.rawValue
        n = now.n
        k = now.k
        low = now.interval?.low
        high = now.interval?.high
        confidence = now.interval?.confidence
        self.before = before.value
        beforeN = before.n
        windowStart = now.window.start.description
        windowEnd = now.window.end.description
        method = now.method
        grades = Dictionary(
            now.grades.map { ($0.edition, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
        note = now.note
    }
}

extension DoraRow {
    /// The header of the CSV, in the order of `cells`.
    static let columns = [
        "service", "team", "environment", "measure", "value", "unit", "n", "k", "low", "high",
        "confidence", "before", "before_n", "window_start", "window_end", "method", "grades",
        "note",
    ]

    var cells: [DataValue] {
        let labels = grades.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return [
            .text(service), .optional(team), .text(environment), .text(measure), .optional(value),
            .text(unit), .whole(n), .optional(k), .optional(low), .optional(high),
            .optional(confidence), .optional(before), .whole(beforeN), .text(windowStart),
            .text(windowEnd), .text(method), .text(labels.joined(separator: " ")),
            .optional(note),
        ]
    }
}
