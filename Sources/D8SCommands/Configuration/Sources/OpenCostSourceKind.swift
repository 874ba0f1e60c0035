import D8SCollect
import D8SModel

/// An entry `- opencost: URL`.
enum OpenCostSourceKind: SourceKind {
    static let key = "opencost"
    static let usage = "opencost: URL"
    static let example =
        """
        # Costs of Kubernetes as OpenCost or Kubecost allocates them, by the day:
        #   - opencost: http://opencost:9003   # or files of its answers
        #     currency: USD              # what the server is configured with
        #     aggregate: namespace,controllerKind,controller,pod
        #     days: 3                    # whole days that are asked for each time
        #     idle: true                 # what nobody asked for is a cost of its own
        #     share_idle: false          # true: it is shared out among the others
        #     shared_namespaces: kube-system   # whose cost the others share
        #     name: cluster-costs        # what the pages call this source
        #     every: 1d                  # older than that, and it is an item

        """ + MappingReader.accessExample

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let places = reader.strings("opencost") ?? []
        let code = reader.value("currency", form: "an ISO 4217 code such as USD") { Currency($0) }
        guard let currency = code ?? Currency("USD") else { return [] }
        var source = OpenCostSource(
            places: places.map {
                $0.contains("://") ? $0 : FilePath.absolute($0, in: place.folder)
            },
            currency: currency
        )
        source.aggregate = reader.string("aggregate") ?? source.aggregate
        source.days =
            reader.value("days", form: "a number from 1 to 90") {
                Int($0).flatMap { (1...90).contains($0) ? $0 : nil }
            } ?? source.days
        source.includesIdle = reader.flag("idle") ?? source.includesIdle
        source.sharesIdle = reader.flag("share_idle") ?? source.sharesIdle
        source.sharedNamespaces = reader.string("shared_namespaces")
        source.access = reader.access(in: place.folder)
        let name = reader.string("name"), every = reader.duration("every") ?? 86_400
        guard let first = places.first else {
            reader.noteMissing("`opencost` needs an address: `opencost: http://HOST:PORT`")
            return []
        }
        let shown = first.firstRange(of: "://").map { String(first[$0.upperBound...]) }
        return [
            SourceConfiguration(
                name: name ?? "opencost:\(shown ?? FilePath.lastComponent(first))",
                interval: every,
                collector: OpenCostCollector(source)
            )
        ]
    }
}
