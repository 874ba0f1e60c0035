import D8SModel
import Testing

struct CostValueTests {
    @Test(arguments: ["usd", "US", "USDX", "", "U$D", "ÄÖÜ"])
    func `a currency is three capital letters`(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func `currencies are never added together`() throws {
        let (euro, dollar) = (try #require(Currency("EUR")), try #require(Currency("USD")))
        #expect(euro.code == "EUR")
        #expect(euro < dollar)
        #expect(Money(ExactDecimal(1), euro).adding(Money(ExactDecimal(1), dollar)) == nil)
        #expect(
            Money(ExactDecimal(1), euro).adding(Money(ExactDecimal(2), euro))
                == Money(ExactDecimal(3), euro)
        )
    }

    @Test func `every field has a column of its own`() {
        #expect(CostField.provider.column == "ProviderName")
        #expect(CostField.service.column == "ServiceName")
        #expect(CostField.commitmentStatus.column == "CommitmentDiscountStatus")
        #expect(CostField.pricingUnit.column == "PricingUnit")
        #expect(CostField.node.column == "x_KubernetesNode")
        let columns = CostField.allCases.map(\.column)
        #expect(Set(columns).count == CostField.allCases.count)
        #expect(columns.map { CostField(column: $0) } == CostField.allCases)
        #expect(CostField(column: "Id") == nil)
    }

    @Test func `an empty text is no value of a key`() {
        var key = CostKey([.service: "Amazon S3", .region: ""], tags: [Label("team", "shop")])
        #expect(key[.service] == "Amazon S3")
        #expect(key[.region] == nil)
        #expect(key.tag("team") == "shop")
        #expect(key.tag("owner") == nil)
        key[.chargeClass] = "Correction"
        #expect(key.isCorrection)
        #expect(CostKey()[.service] == nil)
    }

    @Test(arguments: [(-1, -1), (0, 0), (86_399_999, 0), (86_400_000, 1)])
    func `a charge counts on the day on which it begins`(start: Int64, day: Int) throws {
        let period = Window(
            start: Instant(milliseconds: start),
            end: Instant(milliseconds: start + 30 * 86_400_000)
        )
        let line = CostLine(
            key: CostKey(),
            billingPeriod: period,
            chargePeriod: period,
            currency: try #require(Currency("USD"))
        )
        #expect(line.day == Day(number: day))
    }
}
