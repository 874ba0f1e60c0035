import D8SModel

/// What every rule of what clusters and pipelines cost looks at.
struct WorkloadNight {
    let costs: WorkloadCosts
    let asOf: Instant
    /// Writes money in the rates' currency.
    let format: Format
    let currency: Currency

    init?(_ costs: WorkloadCosts, asOf: Instant, format: Format) {
        let known = costs.cluster?.currency ?? costs.pipelines?.currency
        guard let currency = known ?? costs.recommendations.savings.first?.currency else {
            return nil
        }
        (self.costs, self.asOf, self.currency) = (costs, asOf, currency)
        self.format = format.with(currency: currency.code)
    }

    func money(_ amount: ExactDecimal) -> String { format.money(amount.double) }

    func entity(_ name: String) -> Entity { Entity(kind: .spend, name: name) }

    /// `30 days to 20 Nov`, for the words about data.
    var span: String {
        let days = costs.window.end.seconds(since: costs.window.start) / 86_400
        return "\(format.count(Int(days.rounded()), "day")) up to \(costs.window.end)"
    }

    /// Where prices come from, said aloud where nobody gave any.
    var rates: String {
        costs.cluster?.usesDefaultRates ?? false
            ? "default rates (OpenCost's), since d8s.yaml names none" : "rates of d8s.yaml"
    }

    func commands(_ rule: Rule, _ entity: Entity, by dimension: String) -> [String] {
        [
            "d8s explain \(rule.name)-\(Slug.of(entity.name)) --as-of \(asOf)",
            "d8s cost --by \(dimension) --as-of \(asOf) --format json",
        ]
    }
}
