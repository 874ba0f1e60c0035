import D8SModel
import Foundation

@testable import D8SCollect

/// Files of costs in a folder that is gone with the value, and what reading them gave.
final class FocusFixture {
    let folder: String
    private(set) var batches: [CostBatch] = []
    private(set) var report = CollectReport()

    init() throws {
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-focus-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Reads files and keeps the batches and the report.
    func read(_ files: FocusFiles) throws {
        let occasion = Occasion(now: { Instant(milliseconds: 0) })
        report = try files.read(occasion) { self.batches.append($0.costs) }
    }

    /// Reads one file of this text.
    func read(_ text: String, mapping: ImportMapping = ImportMapping()) throws {
        try read(FocusFiles(paths: [try write(text, to: "costs.csv")], mapping: mapping))
    }

    var entries: [CostEntry] { batches.flatMap(\.entries) }
    var keys: [CostKey] { batches.flatMap(\.keys) }
    var bills: [CostBill] { batches.flatMap(\.bills) }
    var endings: [CostEnding] { batches.flatMap(\.endings) }

    /// Sums of the billed and the effective costs by what `group` says of a charge.
    func sums(
        by group: (CostKey, CostBill) -> String?
    ) -> [String: (lines: Int, billed: String, effective: String)] {
        let (keys, bills) = (keys, bills)
        let groups = Dictionary(grouping: entries) {
            group(keys[$0.key], bills[$0.bill]) ?? ""
        }
        return groups.mapValues { entries in
            let billed = ExactDecimal.sum(entries.compactMap(\.amounts.billed))
            let effective = ExactDecimal.sum(entries.compactMap(\.amounts.effective))
            return (entries.count, billed?.description ?? "", effective?.description ?? "")
        }
    }

    /// A small export: a header, and rows of a month with the given cells in their places.
    static func export(_ rows: [[String: String]], columns: [String] = columns) -> String {
        let lines = rows.map { row in
            columns.map { row[$0] ?? usual[$0] ?? "" }.joined(separator: ",")
        }
        return ([columns.joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
    }

    static let columns = [
        "BillingAccountId", "BillingCurrency", "BillingPeriodStart", "BillingPeriodEnd",
        "ChargePeriodStart", "ChargePeriodEnd", "BilledCost", "EffectiveCost", "ListCost",
        "ContractedCost", "ChargeCategory", "ChargeClass", "ServiceName", "ProviderName",
        "CommitmentDiscountId", "CommitmentDiscountStatus", "Tags",
    ]

    private static let usual = [
        "BillingAccountId": "1", "BillingCurrency": "USD",
        "BillingPeriodStart": "2026-10-01T00:00:00Z", "BillingPeriodEnd": "2026-11-01T00:00:00Z",
        "ChargePeriodStart": "2026-10-05T00:00:00Z", "ChargePeriodEnd": "2026-10-05T01:00:00Z",
        "BilledCost": "1.5", "EffectiveCost": "1.5", "ListCost": "2", "ContractedCost": "1.5",
        "ChargeCategory": "Usage", "ServiceName": "Storage", "ProviderName": "Cloud",
    ]
}
