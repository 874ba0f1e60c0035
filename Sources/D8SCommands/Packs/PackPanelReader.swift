import D8SModel
import Yams

/// Reads one of a pack's panels.
struct PackPanelReader {
    let file: String
    /// The names of the pack's measures.
    let measures: [String]

    func read(_ node: Node, _ outer: inout MappingReader) -> PackPanel? {
        var reader = outer.nestedReader(node, title: "a panel")
        let id = reader.value(
            "id",
            form: "small letters, digits and hyphens, a letter first",
            PackReader.plainName
        )
        let title = reader.string("title")
        let kind = reader.choice("kind", PackPanel.Kind.self)
        let query = PackQueryReader().read("query", &reader)
        let unit = reader.value("unit", form: PackUnit.form, PackUnit.named)
        let legend = reader.string("legend")
        let target = reader.value("target", form: "a number") { Double($0) }
        let measure = reader.value("measure", form: form) { measures.contains($0) ? $0 : nil }
        defer { outer.absorb(reader.finish()) }
        guard let id, let title, let kind, let query, let unit else {
            reader.noteMissing("a panel needs `id`, `title`, `kind`, `query` and `unit`")
            return nil
        }
        return PackPanel(
            id: id,
            title: title,
            kind: kind,
            query: query,
            legend: legend,
            unit: unit,
            target: target,
            measure: measure
        )
    }

    private var form: String {
        "a measure of this pack (\(measures.joined(separator: ", ")))"
    }
}
