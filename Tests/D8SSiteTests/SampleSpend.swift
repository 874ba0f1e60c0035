import D8SAnalysis
import D8SAttention
import D8SModel

/// A made-up spend of a few services, with what its rules find.
struct SampleSpend {
    static let services = [
        ("Amazon EC2", 420.0), ("Amazon RDS", 180), ("Amazon S3", 60), ("AWS Lambda", 12),
        ("Cloud Load Balancing", 25),
    ]

    /// The first service is made of so many.
    static let resources = 25

    /// 150 days up to the day before; EC2 costs half as much again in the last eight.
    static func table(names: [String] = services.map(\.0)) -> CostTable {
        let last = Zone.utc.day(of: Sample.asOf).adding(days: -1)
        var keys: [CostKey] = [], days: [CostDay] = []
        for (place, name) in names.enumerated() {
            let parts = place == 0 ? resources : 1
            for part in 0..<parts {
                keys.append(
                    CostKey([
                        .provider: place % 5 == 4 ? "Google Cloud" : "AWS", .service: name,
                        .subAccountName: place % 2 == 0 ? "shop" : "data", .sku: "sku-\(place)",
                        .resource: "resource-\(part)", .pricingUnit: "Hours",
                        .chargeCategory: "Usage",
                    ])
                )
            }
            let level = services[place % services.count].1
            for number in 0..<150 {
                let day = last.adding(days: number - 149)
                let week = day.weekday < 6 ? 1 : 0.7
                let noise = 1 + 0.04 * (Double((number * 7919 + place * 31) % 97) / 97 - 0.5)
                let step = place == 0 && number >= 142 ? 1.5 : 1
                let cents = Int((level * week * noise * step * 100).rounded())
                for part in 0..<parts {
                    let own = cents / parts + (part == 0 ? cents % parts : 0)
                    let amount = ExactDecimal(coefficient: Int128(own), scale: 2)
                    days.append(
                        CostDay(
                            day: day,
                            key: keys.count - parts + part,
                            statement: 0,
                            amounts: CostAmounts(billed: amount, effective: amount),
                            pricingQuantity: ExactDecimal(coefficient: Int128(own), scale: 1)
                        )
                    )
                }
            }
        }
        return CostTable(statements: [statement].compactMap(\.self), keys: keys, days: days)
    }

    private static var statement: CostStatement? {
        Currency("USD").map {
            CostStatement(
                source: "focus:cloud",
                bill: CostBill(
                    account: "1234",
                    period: Window(start: Sample.at(150), end: Sample.asOf),
                    currency: $0
                )
            )
        }
    }

    static var policy: CostPolicy {
        var policy = CostPolicy(tags: ["team"])
        if let amount = ExactDecimal("21000"), let dollars = Currency("USD") {
            policy.budgets = [Budget(name: "cloud", amount: Money(amount, dollars), owner: "Ada")]
        }
        return policy
    }

    static func reports(names: [String] = services.map(\.0)) -> [SpendReport] {
        SpendAnalysis(table(names: names), policy: policy, asOf: Sample.asOf).reports()
    }

    static func items(_ reports: [SpendReport], _ night: Night) -> [Item] {
        items(
            CostRules.findings(
                in: reports,
                policy: policy,
                format: Sample.format,
                asOf: Sample.asOf
            ),
            night
        )
    }

    static func items(_ findings: [Finding], _ night: Night) -> [Item] {
        Attention.items(
            findings: findings,
            sources: [],
            ledger: [],
            acceptances: [],
            night: night
        ).items
    }
}

extension Sample {
    /// A spend that has something to say.
    static var spend: Sample {
        var sample = Sample(serviceNames: ["web"])
        sample.spend = SampleSpend.reports()
        sample.items = SampleSpend.items(sample.spend, sample.night)
        return sample
    }
}
