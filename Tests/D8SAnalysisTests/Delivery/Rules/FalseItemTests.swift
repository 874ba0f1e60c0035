import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// How often the tested rules speak on steady histories, and whether they speak on changed ones.
struct FalseItemTests {
    private static func findings(_ services: [ServiceDelivery]) -> [Finding] {
        DeliveryRules.findings(
            in: SyntheticService.report(services),
            policy: DeliveryPolicy(windowDays: 84),
            format: Format(zone: .utc),
            asOf: SyntheticService.end
        )
    }

    /// 30 independent nights of 30 services, at every mixture of rhythm and failure rate.
    ///
    /// The aim allows one false item in 30 nights.
    @Test func `steady histories raise at most one item in thirty nights`() {
        var numbers = SeededNumbers(seed: 20_261_120)
        var items = 0
        for night in 0..<30 {
            let services = (0..<30).map { index in
                SyntheticService(
                    deploymentsPerWeek: [0.5, 2, 4, 10][index % 4],
                    failShare: [0.02, 0.09, 0.25][(index + night) % 3]
                ).delivery("s\(index)", &numbers)
            }
            items += Set(Self.findings(services).map { $0.cause ?? $0.rule }).count
        }
        #expect(items <= 1)
    }

    /// A change to plant, and in how many of 12 nights among five steady services it has to be found.
    struct Planted: CustomTestStringConvertible {
        let rule: String
        let service: SyntheticService
        let atLeast: Int
        var testDescription: String { "\(rule) since \(service.laterWeeks) weeks" }
    }

    /// Changes since 12 weeks decide by the whole window, later ones by the trend window.
    ///
    /// Rarer deployments are the hardest to prove: few are left to count, and the interval of their
    /// median gap is wide.
    @Test(arguments: [
        Planted(
            rule: "change-fail-rate-worse",
            service: SyntheticService(laterFailShare: 0.3),
            atLeast: 5
        ),
        Planted(
            rule: "change-fail-rate-worse",
            service: SyntheticService(
                deploymentsPerWeek: 8,
                failShare: 0.06,
                laterFailShare: 0.4,
                laterWeeks: 3
            ),
            atLeast: 9
        ),
        Planted(
            rule: "lead-time-worse",
            service: SyntheticService(laterLeadTimeFactor: 2),
            atLeast: 9
        ),
        Planted(
            rule: "lead-time-worse",
            service: SyntheticService(laterLeadTimeFactor: 6, laterWeeks: 5),
            atLeast: 11
        ),
        Planted(
            rule: "deployments-rarer",
            service: SyntheticService(deploymentsPerWeek: 6, laterDeploymentsFactor: 0.4),
            atLeast: 5
        ),
        Planted(
            rule: "deployments-rarer",
            service: SyntheticService(
                deploymentsPerWeek: 10,
                laterDeploymentsFactor: 0.2,
                laterWeeks: 4
            ),
            atLeast: 3
        ),
    ])
    func `a planted change is found, and nothing else`(planted: Planted) {
        var numbers = SeededNumbers(seed: 7)
        var found = 0
        for _ in 0..<12 {
            var services = (0..<5).map { SyntheticService().delivery("s\($0)", &numbers) }
            services.append(planted.service.delivery("planted", &numbers))
            let all = Self.findings(services)
            let isFound = all.contains { $0.rule == planted.rule && $0.entity.name == "planted" }
            found += isFound ? 1 : 0
            #expect(!all.contains { $0.entity.name != "planted" })
        }
        #expect(found >= planted.atLeast)
    }

    @Test func `an improvement is no item`() {
        var numbers = SeededNumbers(seed: 10)
        let better = SyntheticService(
            failShare: 0.4,
            laterFailShare: 0.02,
            laterLeadTimeFactor: 0.2,
            laterDeploymentsFactor: 3
        )
        #expect(Self.findings([better.delivery("better", &numbers)]).isEmpty)
    }

    /// 2 % before, 45 % after: the change began with the window, 12 weeks before its end.
    @Test func `the finding says what, since when, how sure and for whom`() throws {
        var numbers = SeededNumbers(seed: 11)
        let service = SyntheticService(failShare: 0.02, laterFailShare: 0.45)
        let all = Self.findings([service.delivery("checkout", &numbers)])
        let finding = try #require(all.first { $0.rule == "change-fail-rate-worse" })
        let start = SyntheticService.end.adding(seconds: -12 * 7 * 86_400)
        let since = try #require(finding.since)
        #expect(abs(since.seconds(since: start)) <= 14 * 86_400)
        #expect(finding.severity == .critical)
        #expect(finding.cause == "failures-checkout")
        #expect(try #require(finding.confidence) > 0.999)
        #expect(finding.statements.keys.count == Audience.allCases.count)
        #expect(finding.statements[.executive]?.title.hasPrefix("checkout fails ") == true)
        #expect(finding.evidence.series?.change == since)
        #expect(
            finding.evidence.commands.first?.hasPrefix(
                "d8s explain cause-failures-checkout --as-of "
            ) == true
        )
        #expect(!finding.actions.isEmpty)
        let cause = Set(all.map(\.cause))
        #expect(cause == ["failures-checkout"])
    }
}
