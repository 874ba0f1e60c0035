import D8SAnalysis
import D8SModel
import Foundation

/// The daily charges of made organisations whose services keep their course, drawn by a generator
/// of our own.
struct MadeSpend {
    /// What the daily cost of a service is like.
    enum Kind: String, CaseIterable {
        /// The same but for some hundredths.
        case steady
        /// A third less on weekends, and noise of which half stays from day to day.
        case weekly
        /// Student's distribution of three degrees of freedom.
        case heavy
        /// Noise of which 0.8 stays from day to day.
        case lasting
        /// One per cent more a week.
        case growing
        /// Less on the first three days of a month, as free allowances make it.
        case monthly
    }

    /// Days that are known before the first night.
    private static let known = 182

    let services: Int
    private let nights: Int
    private let first: Day
    private let spends: [Spend]

    /// - Parameters:
    ///   - organisations: How many.
    ///   - services: Of each, of all kinds in turn.
    ///   - nights: How many nights look at them.
    ///   - seed: Where the generator begins.
    init(organisations: Int, services: Int, nights: Int, seed: Int) {
        self.services = services
        self.nights = nights
        let first = Day(number: 20_000)
        self.first = first
        spends = (0..<organisations).compactMap { number in
            var random = Xoshiro(seed: UInt64(clamping: seed &* 1_000_003 &+ number))
            return Currency("USD").flatMap {
                Spend(
                    Self.table(services, Self.known + nights, from: first, $0, &random),
                    in: $0
                )
            }
        }
    }

    static func kind(of service: Int) -> Kind { Kind.allCases[service % Kind.allCases.count] }

    /// What each organisation would be shown on a night, by its number and the part of its spend.
    func shown(on night: Int) async -> [(organisation: Int, part: SpendPart)] {
        let through = first.adding(days: Self.known + night - 1)
        let found = await Parallel.map(Array(spends.enumerated())) { number, spend in
            SpendLook(spend, through: through).clear(budget: FalseItemBudget.costs)
                .map { (organisation: number, part: $0.part) }
        }
        return found.flatMap(\.self)
    }

    private static func table(
        _ services: Int,
        _ count: Int,
        from first: Day,
        _ currency: Currency,
        _ random: inout Xoshiro
    ) -> CostTable {
        var days: [CostDay] = []
        for service in 0..<services {
            var state = 0.0
            for number in 0..<count {
                let day = first.adding(days: number)
                let share = share(kind(of: service), day, number, &state, &random)
                let cents = Int128(max(0, 10_000 * (1 + 0.1 * Double(service)) * share))
                let cost = ExactDecimal(coefficient: cents, scale: 2)
                let amounts = CostAmounts(billed: cost, effective: cost)
                days.append(CostDay(day: day, key: service, statement: 0, amounts: amounts))
            }
        }
        days.sort { ($0.day, $0.key) < ($1.day, $1.key) }
        let end = first.adding(days: count)
        let period = Window(start: first.startInUTC, end: end.startInUTC)
        let bill = CostBill(account: "1", period: period, currency: currency)
        return CostTable(
            statements: [CostStatement(source: "focus:made", bill: bill)],
            keys: (0..<services).map {
                CostKey([
                    .service: "\(kind(of: $0).rawValue) \($0)", .subAccountName: "\($0 % 3)",
                    .chargeCategory: "Usage",
                ])
            },
            days: days
        )
    }

    /// What the day costs as a part of what such days do.
    private static func share(
        _ kind: Kind,
        _ day: Day,
        _ number: Int,
        _ state: inout Double,
        _ random: inout Xoshiro
    ) -> Double {
        let noise = random.normal()
        switch kind {
        case .steady: return exp(0.05 * noise)
        case .weekly:
            state = 0.5 * state + noise
            return (day.weekday < 6 ? 1 : 0.67) * exp(0.05 * state)
        case .heavy: return max(0, 1 + 0.04 * noise / random.chi(3))
        case .lasting:
            state = 0.8 * state + noise
            return exp(0.04 * state)
        case .growing: return exp(0.05 * noise + 0.01 * Double(number) / 7)
        case .monthly: return (day.day <= 3 ? 0.7 : 1) * exp(0.04 * noise)
        }
    }
}

extension Xoshiro {
    /// The root of the mean of so many squares of normal values.
    fileprivate mutating func chi(_ degrees: Int) -> Double {
        let squares = (0..<degrees).reduce(0) { sum, _ in
            let part = normal()
            return sum + part * part
        }
        return (squares / Double(degrees)).squareRoot()
    }
}
