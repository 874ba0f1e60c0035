import D8SModel

/// The names of an exposition's families and of their samples, numbered, and which of them are
/// taken: no two families may have a sample of one name.
struct FamilyNames {
    private var numbers: [[UInt8]: Int] = [:]
    private var names: [[UInt8]] = []
    /// The page in which a name was last taken.
    private var taken: [Int] = []
    private var page = 1
    private var families: [Family: Int] = [:]
    /// For each family, the numbers of the names that it takes.
    private var claims: [[Int]] = []

    private struct Family: Hashable {
        let name: Int
        let kind: Metric.Kind
    }

    /// Begins another exposition, in which no name is taken.
    mutating func begin() {
        page += 1
    }

    /// Forgets which families there were, but not their names and which are taken.
    mutating func forgetFamilies() {
        families = [:]
        claims = []
    }

    mutating func number(of name: [UInt8]) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        taken.append(0)
        return names.count - 1
    }

    func text(_ name: Int) -> String { String(decoding: names[name], as: UTF8.self) }

    func isTaken(_ name: Int) -> Bool { taken[name] == page }

    /// The number of a family of this name and kind.
    mutating func family(_ name: Int, _ kind: Metric.Kind) -> Int {
        let family = Family(name: name, kind: kind)
        if let number = families[family] { return number }
        let number = claims.count
        families[family] = number
        let own = SampleRole.roles(of: kind) + [.value]
        let roles = SampleRole.allCases.filter(own.contains)
        let text = names[name]
        claims.append(roles.map { self.number(of: text + $0.rawValue.utf8) })
        return number
    }

    /// Takes the names of the family's samples and its own.
    ///
    /// - Returns: What is wrong if one of them is taken already.
    mutating func claim(_ family: Int) -> String? {
        var fault: String?
        for name in claims[family] {
            if isTaken(name) { fault = fault ?? "another family has the name \(text(name))" }
            taken[name] = page
        }
        return fault
    }

    /// What a sample of this name is in a family; nil if it is none of its samples.
    func role(of sample: [UInt8], in family: Int, _ kind: Metric.Kind) -> SampleRole? {
        let name = names[family]
        guard sample.starts(with: name) else { return nil }
        let suffix = String(decoding: sample[name.count...], as: UTF8.self)
        return SampleRole(rawValue: suffix).flatMap { role in
            SampleRole.roles(of: kind).contains(role) ? role : nil
        }
    }
}
