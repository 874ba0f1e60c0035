/// Every kind of source, in the order in which the configuration explains them.
enum SourceKinds {
    static let all: [any SourceKind.Type] = [
        GitSourceKind.self,
        ImportSourceKind.self,
        ScrapeSourceKind.self,
        PrometheusSourceKind.self,
        KubernetesSourceKind.self,
        RESTSourceKind.self,
        SQLSourceKind.self,
        MySQLSourceKind.self,
        MongoDBSourceKind.self,
        SeriesSourceKind.self,
        EventsSourceKind.self,
        FocusSourceKind.self,
        OpenCostSourceKind.self,
        HostSourceKind.self,
    ]

    static func kind(among keys: [String]) -> (any SourceKind.Type)? {
        all.first { keys.contains($0.key) }
    }

    /// What an entry has to hold, for messages.
    static var usage: String {
        let usages = all.map { $0.usage }.filter { !$0.isEmpty }.map { "`\($0)`" }
        return usages.dropLast().joined(separator: ", ") + " or " + (usages.last ?? "")
    }

    /// Commented YAML of an entry of each kind.
    static var examples: String {
        var examples: [String] = []
        for kind in all where !kind.example.isEmpty { examples.append(kind.example) }
        return examples.joined(separator: "\n")
    }
}
