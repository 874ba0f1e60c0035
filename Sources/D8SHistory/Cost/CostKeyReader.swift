import D8SModel

/// Reads keys by their ids and remembers some thousand of them.
struct CostKeyReader {
    private let select: PreparedStatement
    private var known: [Int64: CostKey] = [:]

    init(_ select: PreparedStatement) {
        self.select = select
    }

    mutating func key(_ id: Int64) throws -> CostKey {
        if let key = known[id] { return key }
        defer { select.reset() }
        try select.bind(id, at: 1)
        let key = try select.step() ? CostColumns.key(select, from: 0) : CostKey()
        if known.count >= 20_000 { known.removeAll(keepingCapacity: true) }
        known[id] = key
        return key
    }
}
