import D8SAnalysis
import D8SModel
import D8SSite

/// What `d8s dora` answers to programs: the measures as rows, and each service's weeks.
struct DoraAnswer {
    let report: DeliveryReport

    /// The measures as a table.
    var csv: String {
        var csv = CSV(header: DoraRow.columns + ["grades"])
        for row in DoraRow.rows(of: report) {
            let grades = row.grades.map { "\($0.edition)=\($0.label)" }.joined(separator: " ")
            csv.add(row.values + [.text(grades)])
        }
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    /// Everything, one row a line.
    var json: String {
        var json = JSON()
        json.raw("{\"window_start\":")
        json.value(.instant(report.window.start))
        json.raw(",\"window_end\":")
        json.value(.instant(report.window.end))
        json.raw(",\"benchmarks\":[")
        for (index, benchmark) in report.benchmarks.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(benchmark.edition)
        }
        json.raw("],\n\"measures\":[")
        for (index, row) in DoraRow.rows(of: report).enumerated() {
            json.raw(index > 0 ? ",\n" : "\n")
            Self.write(row, to: &json)
        }
        json.raw("\n],\n\"weeks\":[")
        writeWeeks(to: &json)
        json.raw("\n]}\n")
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ row: DoraRow, to json: inout JSON) {
        json.raw("{")
        json.members(DoraRow.columns, row.values)
        json.raw(",\"grades\":{")
        json.members(row.grades.map(\.edition), row.grades.map { .text($0.label) })
        json.raw("}}")
    }

    private func writeWeeks(to json: inout JSON) {
        var isFirst = true
        for service in report.services {
            for week in service.weeks {
                json.raw(isFirst ? "\n{" : ",\n{")
                isFirst = false
                json.members(
                    DoraWeekRow.columns,
                    DoraWeekRow.values(of: week, service.service.name)
                )
                json.raw("}")
            }
        }
    }
}
