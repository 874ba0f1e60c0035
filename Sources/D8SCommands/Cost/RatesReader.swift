import D8SAnalysis
import D8SModel
import Yams

/// Reads `rates:` of `d8s.yaml`: what an hour of each resource costs.
struct RatesReader {
    let file: String

    /// The rates; the defaults, which say that they are, if the file has none.
    func read(_ reader: inout MappingReader) -> Rates {
        guard let node = reader.node("rates") else { return .standard }
        var own = reader.nestedReader(node, title: "`rates`")
        var rates = Rates.standard
        rates.isDefault = false
        rates.currency = currency(&own) ?? rates.currency
        rates.base = ResourceRates(
            cpu: rate("cpu", &own) ?? rates.base.cpu,
            memory: rate("memory", &own) ?? rates.base.memory,
            gpu: rate("gpu", &own) ?? rates.base.gpu
        )
        rates.storage = rate("storage", &own) ?? rates.storage
        rates.loadBalancer = rate("load_balancer", &own) ?? rates.loadBalancer
        rates.network = rate("network", &own) ?? rates.network
        rates.cluster = rate("cluster", &own) ?? rates.cluster
        rates.storageClasses = storageClasses(&own)
        rates.nodes = nodes(&own)
        reader.absorb(own.finish())
        return rates
    }

    private func currency(_ own: inout MappingReader) -> Currency? {
        own.value("currency", form: "three capital letters such as USD") { Currency($0) }
    }

    private func rate(_ key: String, _ own: inout MappingReader) -> ExactDecimal? {
        own.value(key, form: Self.form, Self.rate)
    }

    private func storageClasses(_ own: inout MappingReader) -> [String: ExactDecimal] {
        guard let node = own.node("storage_classes") else { return [:] }
        var classes = own.nestedReader(node, title: "`storage_classes`")
        var rates: [String: ExactDecimal] = [:]
        for name in classes.keys { rates[name] = rate(name, &classes) }
        own.absorb(classes.finish())
        return rates
    }

    private func nodes(_ own: inout MappingReader) -> [NodeRates] {
        guard let node = own.node("nodes") else { return [] }
        guard let entries = node.sequence else {
            own.note(node, "`nodes` has to be a list of entries with `type`, `spot` or `region`")
            return []
        }
        return entries.map { entry in
            var nested = own.nestedReader(entry, title: "an entry of `nodes`")
            let kind = NodeKind(
                type: nested.string("type"),
                isSpot: nested.flag("spot"),
                region: nested.string("region")
            )
            let rates = NodeRates(
                kind: kind,
                cpu: rate("cpu", &nested),
                memory: rate("memory", &nested),
                gpu: rate("gpu", &nested),
                hour: rate("hour", &nested)
            )
            own.absorb(nested.finish())
            return rates
        }
    }

    private static let form = "a price per hour from 0 to 10000 with at most 12 decimals"

    /// An exact number within the bounds that keep sums exact.
    static func rate(_ text: String) -> ExactDecimal? {
        guard let rate = ExactDecimal(text)?.canonical, !rate.isNegative, rate <= Rates.largest,
            rate.scale <= Rates.mostDigits
        else { return nil }
        return rate
    }
}
