import D8SModel

/// Counts what the rows of an export do against the specification.
struct FocusAudit {
    private var counts = Array(repeating: 0, count: FocusBreach.allCases.count)
    private var places = Array(repeating: "", count: FocusBreach.allCases.count)
    private var commitments: [CommitmentTally] = []
    private var numbers: [String: Int] = [:]

    mutating func count(_ breach: FocusBreach, _ file: String, _ line: Int) {
        if counts[breach.rawValue] == 0 { places[breach.rawValue] = "\(file):\(line)" }
        counts[breach.rawValue] += 1
    }

    /// The number of a commitment by its id.
    mutating func commitment(_ id: String) -> Int {
        if let known = numbers[id] { return known }
        numbers[id] = commitments.count
        commitments.append(CommitmentTally(id: id))
        return commitments.count - 1
    }

    /// Looks at a charge whose key has these marks.
    mutating func look(
        at entry: CostEntry,
        _ marks: CostKeyMarks,
        billing: Window,
        currency: Currency,
        _ place: (file: String, line: Int)
    ) {
        let period = entry.chargePeriod
        if period.end <= period.start { count(.emptyPeriod, place.file, place.line) }
        if !billing.contains(period.start), !marks.flags.contains(.correction) {
            count(.outsideBilling, place.file, place.line)
        }
        if marks.flags.contains(.lacksName) { count(.noName, place.file, place.line) }
        if marks.flags.contains(.unknownWord) { count(.unknownWord, place.file, place.line) }
        if marks.flags.contains(.badTags) { count(.badTags, place.file, place.line) }
        guard let commitment = marks.commitment, commitments.indices.contains(commitment)
        else { return }
        if marks.flags.contains(.purchase) {
            if entry.amounts.effective?.isZero == false {
                count(.purchaseSpread, place.file, place.line)
            }
            commitments[commitment].bought(entry, currency)
        } else if marks.flags.contains(.covered) {
            if entry.amounts.billed?.isZero == false {
                count(.coveredBilled, place.file, place.line)
            }
            commitments[commitment].used(entry, currency)
        }
    }

    /// What a person should know, with the first place of each.
    var notes: [String] {
        let rows = FocusBreach.allCases.filter { counts[$0.rawValue] > 0 }.map { breach in
            "\(counts[breach.rawValue]) rows \(breach.sentence)"
                + " (the first: \(places[breach.rawValue])). They are kept."
        }
        let unequal = commitments.compactMap(\.sentence).sorted()
        return rows + unequal.prefix(20)
            + (unequal.count > 20 ? ["\(unequal.count - 20) more commitments do not add up."] : [])
    }
}
