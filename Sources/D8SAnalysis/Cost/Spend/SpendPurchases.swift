import D8SModel

/// What was bought at once within the last days, service by service.
struct SpendPurchases {
    /// For so many days it is news.
    private static let news = 7
    /// Days in which a purchase of about as much makes it one that comes again.
    private static let again = 63
    private static let asMuch = 0.8
    /// What costs under this part of a usual month is of no interest.
    private static let smallest = 0.05
    private static let daysOfMonth = 30.0

    let all: [SpendReport.Purchase]

    init(_ spend: Spend, through: Day) {
        let end = through.adding(days: 1), first = end.adding(days: -Self.news)
        let month = spend.usualDay(through: through) * Self.daysOfMonth
        let levels = [SpendDimension.field(.service)]
        let earlier = first.adding(days: -Self.again)..<first
        let tree = spend.tree(by: levels, in: first..<end, before: earlier) { $0.isPurchase }
        guard month > 0, let tree else {
            all = []
            return
        }
        all = tree.parts.compactMap { part in
            guard let service = part.name, part.amount.double >= month * Self.smallest,
                (part.before?.double ?? 0) < part.amount.double * Self.asMuch
            else { return nil }
            let filter = SpendPart.service(service).filter
            let days = spend.daily(in: first..<end, filter, \.isPurchase)
            let day = days.firstIndex { ($0 ?? 0) > 0 } ?? 0
            return SpendReport.Purchase(
                service: service,
                day: first.adding(days: day),
                amount: part.amount,
                share: part.amount.double / month
            )
        }
    }
}

extension CostKey {
    /// Whether it was bought at once: a licence, a domain, a commitment that is not spread.
    fileprivate var isPurchase: Bool { self[.chargeCategory] == "Purchase" }
}
