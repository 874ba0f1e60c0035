import D8SAnalysis
import D8SModel

/// The JSON answer of `d8s dora`: the measures, and each service's weeks.
struct DoraAnswer: Encodable {
    var windowStart: String
    var windowEnd: String
    var benchmarks: [String]
    var measures: [DoraRow]
    var weeks: [DoraWeekRow]

    init(_ report: DeliveryReport) {
        windowStart = report.window.start.description
        windowEnd = report.window.end.description
        benchmarks = report.benchmarks.map(\.edition)
        measures = DoraRow.rows(of: report)
        weeks = report.services.flatMap { service in
            service.weeks.map { DoraWeekRow(service: service.service.name, $0) }
        }
    }
}
