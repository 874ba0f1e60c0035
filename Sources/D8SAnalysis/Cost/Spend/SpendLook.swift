package import D8SModel

/// Looks whether the daily cost of use of a part of the spend left its course.
///
/// What is bought, taxed or credited is left out: it comes in lumps. A week's season is understood
/// where there is one.
package struct SpendLook {
    /// Days that are looked back on, and the fewest that say anything.
    private static let longest = 182
    private static let fewest = 50
    private static let testsOfSeries = 2

    /// The signs of harm, in the order of the parts' names; the whole last.
    package let signs: [SpendSign]
    /// How many tests were made.
    package let tests: Int

    package init(_ spend: Spend, through: Day) {
        let first = max(spend.days.lowerBound, through.adding(days: 1 - Self.longest))
        guard first <= through else {
            (signs, tests) = ([], 0)
            return
        }
        let level = spend.usualDay(through: through)
        let days = first..<through.adding(days: 1)
        let looked = SpendCourses(spend, in: days, level: level).all.filter { course in
            course.daily.count { $0 != nil } >= Self.fewest
        }
        signs = looked.compactMap { SpendCourseLook($0, from: first, level: level).sign }
        tests = looked.count * Self.testsOfSeries
    }

    /// What is as clear as a budget of false items asks, each event once.
    package func clear(budget: Double) -> [SpendSign] {
        let others = [Double](repeating: 1, count: max(0, tests - signs.count))
        let rates = FalseDiscovery.adjusted(signs.map(\.p) + others, .positive)
        return Self.distinct(zip(signs, rates).filter { $1 <= budget }.map(\.0))
    }

    /// Where one part of something larger is clear it stands for it.
    ///
    /// Where several are, the larger stands for them. Providers and the whole are told only if nothing in them is.
    private static func distinct(_ found: [SpendSign]) -> [SpendSign] {
        let inAccounts = Dictionary(grouping: found.filter(\.isInAccount)) { $0.part.service }
        var told = found.filter { sign in
            guard sign.part.service != nil else { return true }
            let count = inAccounts[sign.part.service]?.count ?? 0
            return sign.isInAccount
                ? count == 1 || !found.contains { $0.part == .service(sign.part.service ?? "") }
                : count != 1
        }
        for account in told.compactMap(\.ofAccount) {
            let services = told.filter { $0.part.service != nil && $0.account == account }
            if services.count > 1 {
                told.removeAll { $0.part.service != nil && $0.account == account }
            } else if told.contains(where: { $0.part.service != nil && $0.account == nil })
                || !services.isEmpty
            {
                told.removeAll { $0.part == .account(account) }
            }
        }
        let exact = told.filter { $0.part.service != nil || $0.ofAccount != nil }
        let providers = told.filter { if case .provider = $0.part { true } else { false } }
        return !exact.isEmpty ? exact : !providers.isEmpty ? providers : told
    }
}

extension SpendSign {
    fileprivate var isInAccount: Bool {
        if case .serviceInAccount = part { true } else { false }
    }

    /// The account that it is about as a whole.
    fileprivate var ofAccount: String? {
        if case .account(let name) = part { name } else { nil }
    }
}
