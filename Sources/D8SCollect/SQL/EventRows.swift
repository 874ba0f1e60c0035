import D8SModel

/// Reads deployments, changes, incidents or runs of the rows of one table.
struct EventRows: RowTaker {
    private let plan: ColumnPlan
    private let zone: Zone?
    private var reader: RecordReader
    private var batches = BatchCollector()
    private(set) var newest: Instant?

    init(plan: ColumnPlan, kind: ImportKind, zone: Zone?) {
        self.plan = plan
        self.zone = zone
        reader = RecordReader(kind: kind, aliases: RevisionAliases())
    }

    var notes: [String] { plan.notes + reader.remarks.sentences }

    mutating func take(_ row: RawRow) -> ColumnFault? {
        let view = RowView(row: row, plan: plan, zone: zone)
        guard view.isWanted else { return nil }
        do throws(RowFault) {
            if let event = try reader.read(view, into: &batches) {
                newest = max(newest ?? event, event)
            }
            return nil
        } catch {
            return ColumnFault(error.field.map(plan.name(of:)), error.reason)
        }
    }

    mutating func flush(isLast: Bool, to sink: RecordSink) throws(CollectError) {
        guard isLast || batches.isFull, let batch = batches.take() else { return }
        try deliver(batch, to: sink)
    }
}
