import D8SModel

/// The names of an exposition's families and of their samples, numbered, and which of them are
/// taken: no two families may have a sample of one name.
struct FamilyNames {
    private var names = NameNumbers()
    /// The page in which a name was last taken.
    private var taken: [Int] = []
    private var page = 1
    /// The number of the family of a name and a kind, one more than that; 0 for none.
    private var families: [Int: Int] = [:]
    /// For each family, the numbers of the names that it takes.
    private var claims: [[Int]] = []

    /// Begins another exposition, in which no name is taken.
    mutating func begin() {
        page += 1
    }

    /// Forgets which families there were, but not their names and which are taken.
    mutating func forgetFamilies() {
        families = [:]
        claims = []
    }

    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int {
        let number = names.number(of: name)
        if number == taken.count { taken.append(0) }
        return number
    }

    func text(_ name: Int) -> String { names.text(name) }

    func withBytes<Result>(
        of name: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        names.withBytes(of: name, body)
    }

    func isTaken(_ name: Int) -> Bool { taken[name] == page }

    /// The number of a family of this name and kind.
    mutating func family(_ name: Int, _ kind: Metric.Kind) -> Int {
        let key = name << 8 | kind.place
        if let number = families[key] { return number }
        let number = claims.count
        families[key] = number
        let own = names.withBytes(of: name) { Array($0) }
        claims.append(
            SampleRole.claims(of: kind).map { role in
                (own + role.suffix.withUTF8Buffer(Array.init)).withUnsafeBufferPointer {
                    self.number(of: $0)
                }
            }
        )
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
    func role(
        of sample: UnsafeBufferPointer<UInt8>,
        in family: Int,
        _ kind: Metric.Kind
    ) -> SampleRole? {
        let count = names.range(of: family).count
        guard count <= sample.count,
            names.withBytes(
                of: family,
                { $0.isSame(as: UnsafeBufferPointer(rebasing: sample[..<count])) }
            )
        else { return nil }
        let suffix = UnsafeBufferPointer(rebasing: sample[count...])
        return SampleRole.roles(of: kind).first { suffix.isSame(as: $0.suffix) }
    }
}

extension Metric.Kind {
    /// From 0 on, another for each.
    fileprivate var place: Int {
        switch self {
        case .unknown: 0
        case .counter: 1
        case .gauge: 2
        case .histogram: 3
        case .gaugehistogram: 4
        case .summary: 5
        case .info: 6
        case .stateset: 7
        }
    }
}
