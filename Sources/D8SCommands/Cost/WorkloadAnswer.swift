import D8SAnalysis
import D8SModel
import D8SSite

/// What owners of workloads or pipelines cost, as `d8s cost` prints it.
struct WorkloadAnswer {
    private let columns: [String]
    private let rows: [[DataValue]]
    private let currency: Currency
    private let usesDefaultRates: Bool
    private let window: Window

    /// The words that ask for it, with what they mean; pipelines stand apart.
    private static let dimensions: [String: CostDimension] = Dictionary(
        uniqueKeysWithValues: CostDimension.allCases.map { ($0.rawValue, $0) }
    )

    /// Whether clusters or pipelines may say it.
    static func means(_ word: String) -> Bool { word == "pipeline" || dimensions[word] != nil }

    /// Nil if the word means something else, or the history knows of no such costs.
    init?(_ costs: WorkloadCosts, by word: String) {
        window = costs.window
        if word == "pipeline", let pipelines = costs.pipelines {
            columns = [
                "currency", "namespace", "pipeline", "team", "cost", "runs", "failed_runs",
                "cost_of_failure", "cost_of_retries", "over_reserved",
            ]
            currency = pipelines.currency
            usesDefaultRates = costs.cluster?.usesDefaultRates ?? pipelines.rates.isDefault
            let code = pipelines.currency.code
            rows = pipelines.by(.pipeline).map {
                [
                    .text(code), .text($0.namespace), .text($0.pipeline), .text($0.team),
                    .decimal($0.cost), .whole($0.runs), .whole($0.failures),
                    .decimal($0.failureCost), .decimal($0.retryCost), .decimal($0.overReserved),
                ]
            }
        } else if let dimension = Self.dimensions[word], let cluster = costs.cluster {
            columns = ["currency", word, "kind", "cost", "of_it_shared"]
            currency = cluster.currency
            usesDefaultRates = cluster.usesDefaultRates
            let code = cluster.currency.code
            rows = cluster.shares(by: dimension, costs.sharing).map { share in
                [
                    .text(code), .text(share.owner.name), .text(share.owner.kind),
                    .decimal(share.total), .decimal(share.shared),
                ]
            }
        } else {
            return nil
        }
    }

    var csv: String { CSV.text(header: columns, rows: rows) }

    var json: String { String(decoding: JSON.rows(columns, rows), as: UTF8.self) }

    /// As text for a terminal: the first `limit` rows.
    func text(_ words: Format, limit: Int) -> String {
        let format = words.with(currency: currency.code)
        let heads = columns.dropFirst().map { $0.replacing("_", with: " ") }
        let lines = rows.prefix(limit).map { row in row.dropFirst().map { cell($0, format) } }
        let rest = rows.count > limit ? ["+\(rows.count - limit) more; --format csv has all"] : []
        let rates =
            usesDefaultRates
            ? "default rates (OpenCost's), since d8s.yaml names none" : "rates of d8s.yaml"
        let span = "\(window.start) to \(window.end), \(currency), \(rates)"
        return ([span, ""] + AlignedLines.of([Array(heads)] + lines) + rest)
            .joined(separator: "\n") + "\n"
    }

    private func cell(_ value: DataValue, _ format: Format) -> String {
        switch value {
        case .text(let text): text.isEmpty ? "–" : text
        case .decimal(let amount): format.money(amount.double)
        case .whole(let number): format.whole(number)
        default: "–"
        }
    }
}

extension CostOwner {
    /// Empty for what has no name.
    fileprivate var name: String {
        if case .named(let name) = self { name } else { "" }
    }

    /// `workload`, `unnamed`, `idle` or `overhead`.
    fileprivate var kind: String {
        switch self {
        case .named: "workload"
        case .unnamed: "unnamed"
        case .idle: "idle"
        case .overhead: "overhead"
        }
    }
}
