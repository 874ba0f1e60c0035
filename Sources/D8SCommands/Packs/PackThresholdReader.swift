import D8SModel
import Yams

/// Reads `thresholds:` of a measure: a level for each severity.
struct PackThresholdReader {
    let file: String

    func read(_ outer: inout MappingReader) -> [PackThreshold] {
        guard let node = outer.node("thresholds") else { return [] }
        var table = outer.nestedReader(node, title: "`thresholds`")
        var thresholds: [PackThreshold] = []
        for severity in Severity.allCases.reversed() {
            guard let node = table.node(severity.word) else { continue }
            let nodes = node.sequence.map(Array.init) ?? [node]
            thresholds += nodes.compactMap { threshold(severity, $0, &table) }
        }
        outer.absorb(table.finish())
        return thresholds
    }

    private func threshold(
        _ severity: Severity,
        _ node: Node,
        _ table: inout MappingReader
    ) -> PackThreshold? {
        var reader = table.nestedReader(node, title: "a threshold")
        let above = number("above", &reader), below = number("below", &reader)
        let clear = number("clear", &reader)
        let duration = reader.value("for", form: "a length of time such as 15m, or 0") {
            $0 == "0" ? 0 : DurationText.seconds($0)
        }
        defer { table.absorb(reader.finish()) }
        guard let limit = above ?? below, above == nil || below == nil else {
            reader.noteMissing("a threshold needs one of `above` and `below`")
            return nil
        }
        if let clear, above != nil ? clear > limit : clear < limit {
            reader.note(node, "`clear` has to be on the good side of the limit")
            return nil
        }
        return PackThreshold(
            severity: severity,
            side: above != nil ? .above : .below,
            limit: limit,
            clear: clear,
            duration: duration ?? 0
        )
    }

    private func number(_ key: String, _ reader: inout MappingReader) -> Double? {
        reader.value(key, form: "a number") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    }
}
