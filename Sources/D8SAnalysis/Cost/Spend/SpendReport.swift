package import D8SModel

/// What is known of the spend in one currency on one night.
package struct SpendReport: Sendable {
    package let spend: Spend
    /// The UTC day of the as-of instant.
    package let today: Day
    /// The last day with charges for use.
    package let lastCharged: Day
    /// The last day whose charges are taken to be all there.
    package let through: Day
    package let outlook: MonthOutlook
    package let budgets: [BudgetStand]
    /// The days of this month that are all there against as many of the month before.
    ///
    /// In the first six days of a month the last two whole months instead. Nil if charges do not
    /// reach back that far.
    package let change: SpendChange?
    /// This month by provider, account and service, with the same days of the month before.
    package let tree: SpendNode
    /// Sums of the last 13 months up to `through`, the oldest first; the first may not be whole.
    package let months: [MonthSum]
    package let look: SpendLook
    /// What cost much more in seven days than such days do.
    package let weeks: [SpendWeek]
    /// What cost much more in four weeks than in the four before.
    package let growths: [SpendGrowth]
    /// For each tag that charges should have what lacks it, over the last 28 days.
    package let untagged: [TagShare]
    /// Services that were first, or last, charged within the last days.
    package let comings: [Coming]
    /// What was bought at once within the last days, the dearest first.
    package let purchases: [Purchase]
    package let restatements: [CostRestatement]
    /// What one of each configured unit costs this month.
    package var units: [UnitCost] = []
    package let statements: [CostStatement]
    /// Statements of the last two months that another source says, too, and that are not counted.
    package let repeated: [CostStatement]

    /// The names of the services that were charged for.
    package var services: Set<String> { Set(spend.keys.compactMap { $0[.service] }) }

    /// Whether charges reach into the month that should be known by now: of an earlier one nothing
    /// is foretold.
    package var isCurrent: Bool {
        today.number - through.number <= SpendReport.longestLag
            || Month(of: through) == Month(of: today)
    }

    /// Days that charges may come late and still tell of now.
    private static let longestLag = 7

    package struct MonthSum: Hashable, Sendable {
        package let month: Month
        package let amount: ExactDecimal
    }

    /// How much of the spend lacks a tag.
    package struct TagShare: Hashable, Sendable {
        package let tag: String
        package let without: ExactDecimal
        package let whole: ExactDecimal

        /// 0…1; nil if nothing was spent.
        package var share: Double? {
            whole > .zero ? without.double / whole.double : nil
        }
    }

    /// What was bought of a service within the last days.
    package struct Purchase: Hashable, Sendable {
        package let service: String
        /// The first day on which it was.
        package let day: Day
        package let amount: ExactDecimal
        /// Of what use costs in a usual month.
        package let share: Double
    }

    /// A service that came or went.
    package struct Coming: Hashable, Sendable {
        package let service: String
        package let isNew: Bool
        /// The first day of a new one, the last of one that went.
        package let day: Day
        /// What a day of it costs, or cost.
        package let perDay: Double
        /// The same as a share of the whole spend, 0…1.
        package let share: Double
    }
}
