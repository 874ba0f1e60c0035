import D8SCollect

/// What `d8s check` says of one source.
struct CheckWords {
    let answer: Check.Answer

    var lines: [String] {
        if let error = answer.error { return ["FAILED  \(error)"] }
        let problems = answer.report?.problems ?? []
        let more = (answer.report?.rejected ?? 0) - problems.count
        return ["ok  would bring \(brought)"]
            + problems.prefix(5).map { "left out  \($0)" }
            + (more > 0 || problems.count > 5
                ? ["left out  \(more + max(0, problems.count - 5)) more"] : [])
            + (answer.report?.notes ?? []).map { "note  \($0)" }
    }

    private var brought: String {
        let what = answer.brought
        var parts: [String] = []
        if what.records > 0 { parts.append(count(what.records, "record", "records")) }
        if what.samples > 0 {
            parts.append(
                count(what.samples, "sample", "samples") + " of "
                    + count(what.series.count, "series", "series")
            )
        }
        if parts.isEmpty { parts.append("nothing new") }
        return parts.joined(separator: " and ") + (answer.isWhole ? "" : ", and more")
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
