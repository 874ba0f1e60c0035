import D8SAnalysis
import D8SModel

/// The answer of `d8s dora` as text for a terminal.
struct DoraTable {
    let report: DeliveryReport
    let format: Format

    /// A block of lines per service.
    var text: String {
        guard !report.services.isEmpty else {
            return "The history holds no service. Run `d8s collect` or `d8s import` first.\n"
        }
        return heading + report.services.map(block).joined(separator: "\n")
    }

    private var heading: String {
        let first = format.fullDay(format.zone.day(of: report.window.start))
        let last = format.fullDay(format.zone.day(of: report.window.end).adding(days: -1))
        let editions = report.benchmarks.map(\.edition).joined(separator: ", ")
        return "\(first) to \(last), \(format.zone.identifier) · levels by \(editions)\n\n"
    }

    private func block(_ service: ServiceDelivery) -> String {
        let title = [service.service.name, service.service.team, service.environment]
        let lines = service.now.all.map { line($0, before: previous($0.name, service)) }
        return title.compactMap(\.self).joined(separator: " · ") + "\n"
            + lines.joined(separator: "\n") + "\n"
    }

    private func previous(_ name: MeasureName, _ service: ServiceDelivery) -> Measure? {
        service.before.all.first { $0.name == name }
    }

    private func line(_ measure: Measure, before: Measure?) -> String {
        var parts = [
            pad(measure.name.title, 32), pad(format.value(measure.value, measure.unit), 18),
        ]
        parts.append(pad(measure.interval.map { format.interval($0, measure.unit) } ?? "", 24))
        parts.append(pad(sample(measure), 16))
        parts.append(pad("was " + format.value(before?.value, measure.unit), 24))
        parts.append(measure.grades.map { "\($0.label) (\($0.edition))" }.joined(separator: ", "))
        let line = "  " + parts.joined(separator: " ")
        return String(line.reversed().drop { $0 == " " }.reversed())
            + (measure.note.map { "\n      \($0)" } ?? "")
    }

    private func sample(_ measure: Measure) -> String {
        measure.k.map { "\($0) of \(measure.n)" } ?? "n \(measure.n)"
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
