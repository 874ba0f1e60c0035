import D8SModel

extension [CostKey] {
    /// The keys with the id behind the name of every account that shares its name with another:
    /// names are for people, and need not be unique (FOCUS 1.2, Sub Account Name).
    var withDistinctAccounts: [CostKey] {
        let fields: [(name: CostField, id: CostField)] = [
            (.subAccountName, .subAccount), (.billingAccountName, .billingAccount),
        ]
        return fields.reduce(self) { keys, field in
            var ids: [String: Set<String>] = [:]
            for key in keys {
                guard let name = key[field.name], let id = key[field.id] else { continue }
                ids[name, default: []].insert(id)
            }
            guard ids.values.contains(where: { $0.count > 1 }) else { return keys }
            return keys.map { key in
                guard let name = key[field.name], let id = key[field.id],
                    (ids[name]?.count ?? 0) > 1
                else { return key }
                var key = key
                key[field.name] = "\(name) (\(id))"
                return key
            }
        }
    }
}
