import D8SAnalysis
import D8SModel
import Yams

/// Reads the `costs:` part of `d8s.yaml`: which cost is meant, budgets, tags and units.
struct CostsReader {
    private let file: String
    private var problems: [ConfigurationProblem] = []
    private static let money = "a number of money such as 12000 or 99.90"

    /// What the file says of costs; the defaults where it says nothing.
    static func read(_ reader: inout MappingReader, file: String) -> CostPolicy {
        guard let node = reader.node("costs") else { return CostPolicy() }
        var own = CostsReader(file: file)
        let policy = own.policy(reader.nestedReader(node, title: "`costs`"))
        reader.absorb(own.problems)
        return policy
    }

    private init(file: String) {
        self.file = file
    }

    private mutating func policy(_ nested: MappingReader) -> CostPolicy {
        var reader = nested, policy = CostPolicy()
        policy.basis = reader.choice("basis", CostBasis.self) ?? policy.basis
        let currency = currency(&reader)
        policy.settleDays = days(&reader, "settle") ?? policy.settleDays
        policy.lateDays = days(&reader, "late") ?? policy.lateDays
        policy.tags = reader.strings("tags") ?? []
        policy.untaggedShare =
            reader.value("untagged", form: "a share from 0 to 1 such as 0.1") {
                Double($0).flatMap { (0...1).contains($0) ? $0 : nil }
            } ?? policy.untaggedShare
        policy.budgets = entries(&reader, "budgets") { budget(&$0, $1, currency) }
        policy.units = entries(&reader, "units") { unit(&$0, $1) }
        problems += reader.finish()
        return policy
    }

    /// The budgets' currency; dollars unless it is said.
    private func currency(_ reader: inout MappingReader) -> Currency? {
        reader.value("currency", form: "a code of three capital letters such as EUR") {
            Currency($0)
        } ?? Currency("USD")
    }

    private func days(_ reader: inout MappingReader, _ key: String) -> Int? {
        reader.value(key, form: "a length of time of whole days such as 2d") {
            DurationText.seconds($0).flatMap { Int(exactly: $0 / 86_400) }
        }
    }

    /// The entries of a list, each read by itself.
    private func entries<Entry>(
        _ reader: inout MappingReader,
        _ key: String,
        _ read: (inout MappingReader, String) -> Entry?
    ) -> [Entry] {
        guard let node = reader.node(key) else { return [] }
        guard let list = node.sequence else {
            reader.note(node, "`\(key)` has to be a list")
            return []
        }
        var names: Set<String> = []
        return list.compactMap { entry in
            var own = reader.nestedReader(entry, title: "an entry of `\(key)`")
            let name = own.string("name")
            if name == nil { own.noteMissing("an entry of `\(key)` needs a `name`") }
            let result = name.flatMap { read(&own, $0) }
            if let name, !names.insert(name).inserted {
                own.note(entry, "a second entry of `\(key)` is called \(name)")
            }
            reader.absorb(own.finish())
            return result
        }
    }

    private func budget(
        _ reader: inout MappingReader,
        _ name: String,
        _ currency: Currency?
    ) -> Budget? {
        let amount = reader.value("amount", form: Self.money) { text in
            ExactDecimal(text).flatMap { $0.isNegative ? nil : $0 }
        }
        let own = reader.value("currency", form: "a code such as EUR") { Currency($0) } ?? currency
        let owner = reader.string("owner")
        let filter = filter(&reader)
        guard let amount, let own else {
            if amount == nil { reader.noteMissing("the budget \(name) needs an `amount` a month") }
            return nil
        }
        return Budget(name: name, amount: Money(amount, own), filter: filter, owner: owner)
    }

    private func unit(_ reader: inout MappingReader, _ name: String) -> CostUnit? {
        let per = reader.value("per", form: "a whole number above 0") {
            Int($0).flatMap { $0 > 0 ? $0 : nil }
        }
        let query = reader.string("query")
        let events = reader.value("events", form: "deployments or runs") {
            ["deployments": CostUnit.Count.deployments, "runs": .runs][$0]
        }
        let filter = filter(&reader)
        guard let count = query.map(CostUnit.Count.query) ?? events, query == nil || events == nil
        else {
            reader.noteMissing("the unit \(name) needs either `query` or `events`")
            return nil
        }
        return CostUnit(name: name, count: count, per: per ?? 1, filter: filter)
    }

    /// `where:` with a dimension and a name in each line.
    private func filter(_ reader: inout MappingReader) -> SpendFilter {
        guard let node = reader.node("where") else { return .all }
        var own = reader.nestedReader(node, title: "`where`")
        var conditions: [SpendFilter.Condition] = []
        for key in own.keys {
            guard let dimension = SpendDimension(key) else { continue }
            if let name = own.string(key) { conditions.append(.init(dimension, name)) }
        }
        let words = SpendDimension.words.map(\.word).joined(separator: ", ")
        let unknown = own.finish().map { problem -> ConfigurationProblem in
            guard problem.reason.contains("has no key") else { return problem }
            var problem = problem
            problem.reason = problem.reason.prefix { $0 != ";" } + "; known: \(words), tag:NAME"
            return problem
        }
        reader.absorb(unknown)
        return SpendFilter(conditions)
    }
}
