import D8SModel

/// What a target says of its families, and what of it is new.
struct FamilyNotes {
    private var numbers = NameNumbers()
    /// What is known of each; they get their names when they are taken.
    private var metrics: [(metric: Metric, isChanged: Bool)] = []
    /// Families with something new, in the order in which they came.
    private var changed: [Int] = []
    /// The line that counts, three for each family; 0 for none.
    private var latest: [Int] = []
    /// The bytes of all texts that are kept.
    private var size = 0

    /// More families than any target has, and more text: of others nothing is kept.
    private static let limit = 100_000
    private static let sizeLimit = 1 << 26

    /// The number of the family of this name; nil if there are too many.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let before = numbers.count
        guard before < Self.limit, numbers.size + size < Self.sizeLimit else {
            return numbers.find(name)
        }
        let number = numbers.number(of: name)
        if number < before { return number }
        changed.append(number)
        metrics.append((Metric(name: "", kind: .unknown), true))
        latest.append(0)
        latest.append(0)
        latest.append(0)
        return number
    }

    /// Notes that the remembered line of this number was seen.
    @inline(__always)
    mutating func note(_ line: borrowing FamilyLine, _ number: Int) {
        guard let family = line.family, latest[family * 3 + line.rule.place] != number else {
            return
        }
        latest[family * 3 + line.rule.place] = number
        take(line.fact, family)
    }

    /// Forgets which lines count, since lines are numbered anew.
    mutating func forgetLines() {
        latest = Array(repeating: 0, count: latest.count)
    }

    private mutating func take(_ fact: Descriptor.Fact, _ family: Int) {
        let before = metrics[family].metric.size
        guard metrics[family].metric.take(fact) else { return }
        size += metrics[family].metric.size - before
        if size > Self.sizeLimit {
            size -= metrics[family].metric.size
            metrics[family].metric.help = nil
            metrics[family].metric.unit = nil
            size += metrics[family].metric.size
        }
        guard !metrics[family].isChanged else { return }
        metrics[family].isChanged = true
        changed.append(family)
    }

    /// What is new since the last time.
    ///
    /// Text 0.0.4 calls a counter's family `x_total`, OpenMetrics `x`; both come out as `x`.
    mutating func take() -> [Metric] {
        let taken = changed.map { number in
            var metric = metrics[number].metric
            metric.name = numbers.withBytes(of: number) { name in
                let isTotal = metric.kind == .counter && name.count > 6 && name.ends(with: "_total")
                return String(decoding: name.dropLast(isTotal ? 6 : 0), as: UTF8.self)
            }
            return metric
        }
        for number in changed { metrics[number].isChanged = false }
        changed = []
        return taken
    }
}

extension Metric {
    /// The bytes of its texts that may change.
    fileprivate var size: Int { (help?.utf8.count ?? 0) + (unit?.utf8.count ?? 0) }

    /// Takes a fact over; returns whether it changes anything.
    fileprivate mutating func take(_ fact: Descriptor.Fact) -> Bool {
        switch fact {
        case .kind(let new): return Self.set(&kind, new)
        case .help(let new): return Self.set(&help, new.isEmpty ? nil : new)
        case .unit(let new): return Self.set(&unit, new.isEmpty ? nil : new)
        }
    }

    private static func set<Fact: Equatable>(_ fact: inout Fact, _ new: Fact) -> Bool {
        guard fact != new else { return false }
        fact = new
        return true
    }
}
