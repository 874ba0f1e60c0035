import D8SModel

/// Reads events of D8S' own kinds: `{"type": "deployment", …}` with the fields that an imported file
/// has as columns.
struct OwnEvents {
    /// The zone of times without one; nil makes them bad.
    let zone: Zone?
    private var readers: [ImportKind: RecordReader] = [:]
    /// The last plan of each kind: events of one kind mostly have the same fields.
    private var plans: [ImportKind: ColumnPlan] = [:]

    init(zone: Zone?) {
        self.zone = zone
    }

    static func kind(_ type: String) -> ImportKind? {
        switch type.lowercased() {
        case "deployment": .deployments
        case "change": .changes
        case "incident": .incidents
        case "run": .runs
        default: nil
        }
    }

    /// What is to be said about all of them.
    var notes: [String] { ImportKind.allCases.flatMap { readers[$0]?.remarks.sentences ?? [] } }

    /// Adds the record of an event; returns when it last changed, nil if it is no record.
    mutating func read(
        _ value: JSONValue,
        _ kind: ImportKind,
        line: Int,
        into batches: inout BatchCollector
    ) throws(EventFault) -> Instant? {
        var header: [String] = []
        var row = RawRow()
        row.line = line
        Self.flatten(value, "", into: &row, &header, depth: 0)
        let plan = try plan(kind, header)
        var reader = readers[kind] ?? RecordReader(kind: kind, aliases: RevisionAliases())
        defer { readers[kind] = reader }
        do throws(RowFault) {
            return try reader.read(RowView(row: row, plan: plan, zone: zone), into: &batches)
        } catch {
            throw EventFault(error.field.map(plan.name(of:)), error.reason)
        }
    }

    private mutating func plan(
        _ kind: ImportKind,
        _ header: [String]
    ) throws(EventFault) -> ColumnPlan {
        if let plan = plans[kind], plan.header == header { return plan }
        do throws(CollectError) {
            let plan = try ColumnPlan(
                kind: ImportColumns.of(kind),
                header: header,
                mapping: ImportMapping(),
                file: "the event",
                isComplete: false
            )
            plans[kind] = plan
            return plan
        } catch .ambiguousColumn(_, let column, let candidates) {
            let names = candidates.map(\.abridged).joined(separator: " and ")
            throw EventFault(column, "may be \(names): leave one out")
        } catch {
            throw EventFault(nil, "has the same field twice")
        }
    }

    /// The fields by name, those of nested objects after a full stop, as a JSON Lines file has them.
    private static func flatten(
        _ value: JSONValue,
        _ path: String,
        into row: inout RawRow,
        _ header: inout [String],
        depth: Int
    ) {
        guard case .object(let members) = value, depth < 8, header.count < 1000 else { return }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            let name = path + name
            if name == "type" || member == .null { continue }
            if member.members != nil {
                flatten(member, name + ".", into: &row, &header, depth: depth + 1)
                continue
            }
            let start = row.bytes.count
            let elements = member.elements?.compactMap(\.text) ?? [member.text ?? ""]
            row.bytes.append(contentsOf: elements.joined(separator: " ").utf8)
            row.fields.append(start..<row.bytes.count)
            header.append(name)
        }
    }
}
