import D8SModel
import D8SQuery
import Yams

/// Reads one of a pack's measures.
struct PackMeasureReader {
    let file: String
    let pack: String

    func read(_ node: Node, _ outer: inout MappingReader) -> PackMeasure? {
        var reader = outer.nestedReader(node, title: "a measure")
        let name = reader.value("name", form: "small letters, digits and `_`, a letter first") {
            PackReader.isPlain($0, separator: "_") ? $0 : nil
        }
        let title = reader.string("title")
        let unit = reader.value("unit", form: PackUnit.form, PackUnit.named)
        let harm = reader.choice("harm", Harm.self) ?? .up
        let isKey = reader.flag("key") ?? false
        let query = PackQueryReader().read("query", &reader)
        let thresholds = PackThresholdReader(file: file).read(&reader)
        let measure = name.flatMap { name -> PackMeasure? in
            guard let title, let unit, let query else { return nil }
            return PackMeasure(
                name: MeasureName(
                    rawValue: "\(pack).\(name)",
                    title: title,
                    unit: unit,
                    harm: harm,
                    isKey: isKey
                ),
                query: query,
                thresholds: thresholds,
                about: reader.string("why"),
                isSteady: reader.flag("steady") ?? true,
                stale: reader.duration("stale"),
                isTrended: reader.flag("trend") ?? !Self.looksFarBack(query),
                words: PackWordsReader().read(&reader),
                actions: PackActionsReader().read(&reader),
                runbook: runbook(&reader)
            )
        }
        if measure == nil {
            reader.noteMissing("a measure needs `name`, `title`, `unit` and `query`")
        }
        outer.absorb(reader.finish())
        return measure
    }

    /// Whether each value sums up so much of the time before it that hours cannot be told apart.
    private static func looksFarBack(_ query: String) -> Bool {
        PromQL.longestRange(in: query) >= 6 * 3_600_000
    }

    private func runbook(_ reader: inout MappingReader) -> String? {
        reader.value("runbook", form: "an address such as https://runbooks.example/cpu") {
            $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
        }
    }
}
