import D8SModel

/// Turns answers of the allocation API into charges.
///
/// Each part of an allocation's cost (CPU, memory, storage…) is a charge of its own, and so is what
/// its parts lack to its total: so the charges of an allocation add up to its `totalCost`, always.
/// They are effective costs: what is billed stands in the bills of the cloud.
struct OpenCostReader {
    let currency: Currency
    private(set) var report = CollectReport()
    private var gatherer = CostGatherer()
    private var unequal = (count: 0, first: "")

    init(currency: Currency) {
        self.currency = currency
    }

    /// Takes an answer: `{"data": [{NAME: ALLOCATION, …}, …]}`, a list, or one set of allocations.
    mutating func take(_ value: JSONValue, from place: String) {
        if let code = value["code"]?.integer, code != 200 {
            let message = value["message"]?.text ?? value["status"]?.text ?? "no reason"
            return reject(place, nil, "the server says \(code): \(message.abridged)")
        }
        let data = value["data"] ?? value
        let sets = data.elements ?? data["sets"]?.elements ?? [data]
        for set in sets where set != .null {
            let members = (set["allocations"] ?? set).members
            guard let members else {
                reject(place, nil, "an entry of `data` is no object of allocations")
                continue
            }
            for (name, allocation) in members.sorted(by: { $0.key < $1.key }) {
                take(allocation, name, place)
            }
        }
    }

    mutating func finish(into sink: RecordSink) throws(CollectError) {
        if unequal.count > 0 {
            report.note(
                "In \(unequal.count) allocations the parts are not the total (the first:"
                    + " \(unequal.first)); the difference is a charge of its own."
            )
        }
        let endings = gatherer.bills.map { _ in CostEnding.confirmed }
        try gatherer.finish(endings, to: sink)
    }

    private mutating func take(_ value: JSONValue, _ name: String, _ place: String) {
        report.countRead()
        let allocation = OpenCostAllocation(value, name: name)
        guard let window = allocation.window, window.end > window.start else {
            return reject(place, name, "has no `window` with a start before its end")
        }
        guard let total = allocation.total else {
            return reject(place, name, "has no `totalCost`")
        }
        let bill = gatherer.bill(
            CostBill(account: allocation.cluster, period: window, currency: currency)
        )
        var parts = ExactSum()
        for part in OpenCostPart.all {
            guard let cost = allocation.cost(of: part), !cost.isZero else { continue }
            parts.add(cost)
            add(allocation, part.service, part.category, cost, bill, allocation.quantity(of: part))
        }
        report.saw(window.start)
        guard let sum = parts.value, let rest = total.subtracting(sum) else {
            return reject(place, name, "has parts that cannot be added exactly")
        }
        guard !rest.isZero else { return }
        // Answers are rounded, each part on its own.
        if abs(rest.double) > max(0.0001, abs(total.double) * 0.000001) {
            if unequal.count == 0 { unequal.first = "\(name.abridged) in \(place)" }
            unequal.count += 1
            add(allocation, "Difference", "Other", rest, bill, nil)
        } else {
            add(allocation, "Rounding", "Other", rest, bill, nil)
        }
    }

    private mutating func add(
        _ allocation: OpenCostAllocation,
        _ service: String,
        _ category: String,
        _ cost: ExactDecimal,
        _ bill: Int,
        _ quantity: (amount: ExactDecimal, unit: String)?
    ) {
        guard let window = allocation.window else { return }
        var key = allocation.key
        key[.service] = service
        key[.serviceCategory] = category
        key[.consumedUnit] = quantity?.unit
        let entry = CostEntry(
            bill: bill,
            key: gatherer.key(key),
            chargePeriod: window,
            amounts: CostAmounts(effective: cost),
            consumedQuantity: quantity?.amount
        )
        gatherer.add(entry)
    }

    private mutating func reject(_ place: String, _ name: String?, _ reason: String) {
        let column = name.map(\.abridged)
        report.reject(Problem(file: place, line: nil, column: column, reason: reason))
    }
}
