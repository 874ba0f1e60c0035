import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

/// The sample and the examples of the specification.
///
/// DuckDB's exact sums are those of
///
///     CREATE TABLE c AS SELECT * FROM
///         read_csv('focus_sample.csv', header = true, all_varchar = true, nullstr = ['NULL', '']);
///     SELECT ServiceName, count(*), sum(BilledCost::DECIMAL(38,20)),
///         sum(EffectiveCost::DECIMAL(38,20)) FROM c GROUP BY 1 ORDER BY 1;
///
/// and the same by the other columns.
struct FocusSampleTests {
    private static let sample = "focus/focus-1.0-sample/focus_sample.csv"
    private static let examples = "focus/spec-examples/specification/data"

    private static func read() throws -> FocusFixture {
        let fixture = try FocusFixture()
        try fixture.read(FocusFiles(paths: [SharedData.path(sample)]))
        return fixture
    }

    @Test(.enabled(if: SharedData.has(sample), "needs ../shared/data"))
    func `sums by account, category and period are those of DuckDB`() throws {
        let fixture = try Self.read()
        let accounts = fixture.sums { $0[.billingAccount] ?? $1.account }
        #expect(accounts.count == 3)
        #expect(accounts["1234567890123"]! == (942, "18.0066386184", "13"))
        #expect(accounts["20209880"]! == (7, "0.53707392473", "0"))
        let categories = fixture.sums { key, _ in key[.serviceCategory] }
        #expect(categories.count == 10)
        #expect(categories["Compute"]! == (443, "17.5647393447", "14.7565610902"))
        #expect(categories["Storage"]! == (209, "0.79179840783", "0.0008829155"))
        #expect(
            categories["AI and Machine Learning"]! == (9, "-0.15189756178", "-0.15189756178")
        )
        let periods = fixture.sums { "\($1.period.start) \($1.currency)" }
        #expect(
            periods["2024-09-01T00:00:00Z USD"]! == (999, "20.28022672899", "14.97651418586")
        )
        #expect(periods["2024-10-01T00:00:00Z USD"]! == (1, "0.24", "0"))
    }

    @Test(.enabled(if: SharedData.has(sample), "needs ../shared/data"))
    func `sums by service are those of DuckDB`() throws {
        let services = try Self.read().sums { key, _ in key[.service] }
        #expect(services.count == 33)
        #expect(services["Amazon Elastic Compute Cloud"]! == (554, "16.0416930505", "13"))
        #expect(services["Amazon Simple Queue Service"]! == (14, "0.0000848", "0"))
        #expect(services["Amazon Simple Notification Service"]! == (4, "0.0000010006", "0"))
        #expect(services["Amazon Virtual Private Cloud"]! == (57, "0.1655403143", "0"))
        #expect(services["AWS CloudTrail"]! == (8, "0", "0"))
    }

    /// `SELECT sum(BilledCost::DECIMAL(38,20)), … FROM c` for the five sums; a row begins outside
    /// its billing period:
    /// `SELECT count(*) FROM c WHERE ChargePeriodStart NOT BETWEEN BillingPeriodStart AND …`.
    @Test(.enabled(if: SharedData.has(sample), "needs ../shared/data"))
    func `all sums of the sample are DuckDB's, and what is odd is said once`() throws {
        let fixture = try Self.read()
        #expect((fixture.report.read, fixture.report.rejected) == (1000, 0))
        let amounts = fixture.entries.map(\.amounts)
        let sums = [
            amounts.compactMap(\.billed), amounts.compactMap(\.effective),
            amounts.compactMap(\.list), amounts.compactMap(\.contracted),
            fixture.entries.compactMap(\.consumedQuantity),
        ].map { ExactDecimal.sum($0)?.description }
        #expect(
            sums == [
                "20.52022672899", "14.97651418586", "20.39090575119", "14.97626039326",
                "13438.712904456820057",
            ]
        )
        #expect(fixture.endings == fixture.bills.map { _ in .complete })
        let notes = fixture.report.notes.joined(separator: "\n")
        #expect(notes.contains("is FOCUS 1.0 by its columns"))
        #expect(notes.contains("not of FOCUS are left out: Id."))
        #expect(notes.contains("1 rows begin outside their billing period"))
    }

    @Test(.enabled(if: SharedData.has(examples), "needs ../shared/data"))
    func `every example of the specification is read or refused for its dates`() throws {
        let files = SharedData.files(below: Self.examples, endingIn: [".csv"])
        #expect(files.count == 26)
        for file in files {
            let fixture = try FocusFixture()
            let mapping = ImportMapping(constants: [.init("BillingCurrency", "USD")])
            let isConforming = file.contains("commitment_discount")
            do {
                try fixture.read(FocusFiles(paths: [file], mapping: mapping))
                #expect(isConforming, "\(file)")
                // Two of them end a charge at 2023-02-01T30:00:00Z, which is no time.
                let faulty = ["purchase_scenario_2", "purchase_scenario_3"].contains {
                    file.contains($0)
                }
                #expect(fixture.report.rejected == (faulty ? 1 : 0), "\(file)")
                // Their purchases cost what their use does, where they hold all of it.
                #expect(!fixture.report.notes.contains { $0.contains("was bought for") })
            } catch {
                #expect(!isConforming, "\(file): \(error)")
                #expect("\(error)".contains("is no ISO 8601 time"))
                #expect("\(error)".contains(":2: BillingPeriod"))
            }
        }
    }
}
