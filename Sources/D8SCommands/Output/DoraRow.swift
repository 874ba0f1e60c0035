import D8SAnalysis
import D8SModel
import D8SSite

/// One measure of one service, as `d8s dora` writes it in JSON and CSV.
struct DoraRow {
    /// In the order of `columns`; a missing value means not enough data.
    let values: [DataValue]
    let grades: [Grade]

    static let columns = [
        "service", "team", "environment", "measure", "value", "unit", "n", "k", "low", "high",
        "confidence", "before", "before_n", "window_start", "window_end", "method", "note",
    ]

    /// The rows of a report in its order.
    static func rows(of report: DeliveryReport) -> [DoraRow] {
        report.services.flatMap { service in
            zip(service.now.all, service.before.all).map { now, before in
                DoraRow(service: service, now: now, before: before)
            }
        }
    }

    private init(service: ServiceDelivery, now: Measure, before: Measure) {
        values = [
            .text(service.service.name), .optional(service.service.team),
            .text(service.environment), .text(now.name.rawValue), .optional(now.value),
            .text(now.unit.rawValue), .whole(now.n), .optional(now.k),
            .optional(now.interval?.low), .optional(now.interval?.high),
            .optional(now.interval?.confidence), .optional(before.value), .whole(before.n),
            .instant(now.window.start), .instant(now.window.end), .text(now.method),
            .optional(now.note),
        ]
        grades = now.grades
    }
}
