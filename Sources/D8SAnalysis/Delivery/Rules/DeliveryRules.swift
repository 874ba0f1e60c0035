package import D8SModel

/// The rules of delivery: from a night's report to findings.
package enum DeliveryRules {
    /// Every rule, in the order in which the methods page explains them.
    package static let all: [Rule] = [
        WorseThanTarget.rule, ChangeFailRateWorse.rule, LeadTimeWorse.rule, RecoveryWorse.rule,
        DeploymentsRarer.rule, ReworkRateWorse.rule, NoDeploymentForLong.rule,
        OpenFailureTooOld.rule, UnmappedChanges.rule, NeverDeployed.rule,
    ]

    /// What is not as it should be, in order of service and rule.
    package static func findings(
        in report: DeliveryReport,
        policy: DeliveryPolicy,
        format: Format,
        asOf: Instant
    ) -> [Finding] {
        let night = DeliveryNight(
            window: report.window,
            asOf: asOf,
            policy: policy,
            format: format
        )
        let tested = tested(report.services, night)
        return zip(report.services, tested).flatMap { service, found in
            found + facts(service, night)
        }
    }

    /// How many rules were tried on how many services: the proof behind a black page.
    package static func testCount(in report: DeliveryReport, policy: DeliveryPolicy) -> Int {
        let targets = report.services.reduce(0) { sum, service in
            let name = service.service.name
            return sum + WorseThanTarget.measures.count { policy.target($0, of: name) != nil }
        }
        return report.services.count * (all.count - 1) + targets
    }

    /// What a single fact proves.
    private static func facts(_ service: ServiceDelivery, _ night: DeliveryNight) -> [Finding] {
        [
            NoDeploymentForLong.finding(service, night),
            OpenFailureTooOld.finding(service, night),
            UnmappedChanges.finding(service, night),
            NeverDeployed.finding(service, night),
        ].compactMap(\.self)
    }

    /// What chance alone could also produce, kept under the night's false discovery rate.
    ///
    /// Tests of one service depend on each other, so that they are one family.
    private static func tested(
        _ services: [ServiceDelivery],
        _ night: DeliveryNight
    ) -> [[Finding]] {
        let all = services.map { suspicions($0, night) }
        let rate = DeliveryNight.falseDiscoveryRate
        let budget = rate / Double(max(1, all.reduce(0) { $0 + $1.count }))
        let usable = all.map { $0.filter { $0.smallest <= budget } }
        let families = usable.filter { !$0.isEmpty }.map {
            FalseDiscovery.Family(probabilities: $0.map(\.probability))
        }
        var thresholds = FalseDiscovery.thresholds(families, rate: rate)[...]
        return usable.map { suspicions in
            guard !suspicions.isEmpty, let threshold = thresholds.popFirst() else { return [] }
            return suspicions.filter { $0.probability <= threshold }.map {
                $0.finding($0.probability)
            }
        }
    }

    private static func suspicions(
        _ service: ServiceDelivery,
        _ night: DeliveryNight
    ) -> [Suspicion] {
        WorseThanTarget.suspicions(service, night)
            + [
                ChangeFailRateWorse.suspicion(service, night),
                LeadTimeWorse.suspicion(service, night),
                RecoveryWorse.suspicion(service, night),
                DeploymentsRarer.suspicion(service, night),
                ReworkRateWorse.suspicion(service, night),
            ].compactMap(\.self)
    }
}
