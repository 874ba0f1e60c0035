import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

struct FactRuleTests {
    private static func findings(
        _ history: ServiceHistory,
        policy: DeliveryPolicy = DeliveryPolicy()
    ) -> [Finding] {
        let report = DeliveryAnalysis.report([history], asOf: asOf, zone: .utc, policy: policy)
        return DeliveryRules.findings(
            in: report,
            policy: policy,
            format: Format(zone: .utc),
            asOf: asOf
        )
    }

    /// One deployment every other day, the last so many days before as-of.
    private static func every2Days(_ count: Int, last days: Double) -> [Deployment] {
        (0..<count).map { index in
            let age = days + Double(count - 1 - index) * 2
            return deployment("\(index)", asOf.adding(seconds: -age * 86_400))
        }
    }

    /// Gaps of 2 days: the limit is max(3 d, 2 d, 1.25 × 2 d, 2 × 2 d) = 4 days; critical over 8.
    @Test(arguments: [(3.9, nil), (4.1, Severity.warning), (8.1, .critical)])
    func `silence is an item beyond twice the second longest gap`(days: Double, severity: Severity?)
    {
        let all = Self.findings(history(Self.every2Days(30, last: days)))
        #expect(all.first { $0.rule == "no-deployment" }?.severity == severity)
    }

    @Test func `twenty gaps are needed to call a silence unusual`() {
        #expect(Self.findings(history(Self.every2Days(20, last: 60))).isEmpty)
        #expect(!Self.findings(history(Self.every2Days(21, last: 60))).isEmpty)
    }

    /// Daily but for one pause of 20 days: the limit is max(3 d, 1 d, 1.25 × 20 d, 2 × 1 d) = 25 d.
    @Test(arguments: [(19.0, 0), (24.9, 0), (25.1, 1)])
    func `a pause as long as last Christmas's is usual`(days: Double, count: Int) {
        let finished = { (age: Int) in asOf.adding(seconds: -(Double(age) + days) * 86_400) }
        let late = (0..<100).map { deployment("l\($0)", finished($0)) }
        let early = (119..<219).map { deployment("e\($0)", finished($0)) }
        let all = Self.findings(history((late + early).sorted { $0.finished < $1.finished }))
        #expect(all.count { $0.rule == "no-deployment" } == count)
    }

    @Test(arguments: [(370.0, 0), (372, 1), (398, 1), (400, 0)])
    func `a dormant service is told of for four weeks after a year`(days: Double, count: Int) {
        let all = Self.findings(history(Self.every2Days(3, last: days)))
        #expect(all.count == count)
        #expect(all.allSatisfy { $0.severity == .info })
    }

    @Test(arguments: [(23.0, 0), (25, 1)])
    func `an open failure is an item after a day`(hours: Double, count: Int) {
        let all = Self.findings(
            history([
                deployment("1", "2026-11-02T10:00:00Z"),
                deployment("2", asOf.adding(seconds: -hours * 3600), .failure),
            ])
        )
        #expect(all.map(\.rule) == Array(repeating: "open-failure", count: count))
        #expect(all.allSatisfy { $0.severity == .critical })
    }

    /// 25 failures restored after so many hours each, one of them after twice as many: the limit is
    /// max(24 h, 1.25 × the longest, 2 × the second longest): 24 h for 2 and 4, 80 h for 40 and 80
    /// by the second longest, and 100 h by the longest.
    @Test(arguments: [(2.0, 23.0, 0), (2, 25, 1), (40, 99, 0), (40, 101, 1)])
    func `with twenty recoveries an open failure has to outlast them`(
        repair: Double,
        hours: Double,
        count: Int
    ) {
        var deployments = (0..<25).flatMap { index -> [Deployment] in
            let time = asOf.adding(seconds: -Double(30 - index) * 10 * 86_400)
            let length = index == 3 ? 2 * repair : repair
            return [
                deployment("f\(index)", time, .failure),
                deployment("s\(index)", time.adding(seconds: length * 3600)),
            ]
        }
        deployments.append(deployment("open", asOf.adding(seconds: -hours * 3600), .failure))
        let all = Self.findings(history(deployments))
        #expect(all.count { $0.rule == "open-failure" } == count)
    }

    /// 18 of 20 changes name a deployment that is there: 90 %.
    @Test func `unmapped changes over 5 percent are an item`() {
        let commits = { (lost: Int) in
            (0..<20).map { Commit("\($0)", [], "2026-11-03T09:00:00Z", by: $0 < lost ? -2 : 1) }
        }
        let deployments = [
            deployment("1", "2026-11-18T10:00:00Z"), deployment("2", "2026-11-19T10:00:00Z"),
        ]
        let rules = { (lost: Int) in
            Self.findings(history(deployments, commits(lost))).map(\.rule)
        }
        #expect(rules(2) == ["unmapped-changes"])
        #expect(rules(1) == [])
    }

    @Test func `a service without any deployment is never fine`() {
        #expect(Self.findings(history([])).map(\.rule) == ["never-deployed"])
        let failed = history([deployment("1", asOf.adding(seconds: -60), .failure)])
        #expect(Self.findings(failed).map(\.rule) == ["never-deployed"])
    }

    /// 15 of 30 fail against a target of 10 %: the interval (33–67 %) excludes it.
    @Test func `a missed target is an item`() throws {
        let deployments = (0..<30).map { number -> Deployment in
            let age = Double(60 - 2 * number) * 86_400
            let status: DeploymentStatus = number % 2 == 0 ? .failure : .success
            return deployment("\(number)", asOf.adding(seconds: -age), status)
        }
        let policy = DeliveryPolicy(targets: ["*": [.changeFailRate: 0.1, .changeLeadTime: 60]])
        let all = Self.findings(history(deployments), policy: policy)
        let finding = try #require(all.first { $0.rule == "target-missed" })
        #expect(finding.severity == .critical)
        #expect(finding.measure?.k == 15)
        #expect(all.count { $0.rule == "target-missed" } == 1)
        let own = DeliveryPolicy(targets: [
            "*": [.changeFailRate: 0.1], "api": [.changeFailRate: 0.6],
        ])
        #expect(
            Self.findings(history(deployments), policy: own).allSatisfy {
                $0.rule != "target-missed"
            }
        )
    }

    @Test func `hostile names are quoted in commands and do not trap`() throws {
        let name = "a'; rm -rf ~ #\u{202e}<script>\0"
        let hostile = ServiceHistory(
            service: Service(name: name),
            environment: "production",
            deployments: [],
            changes: ChangeColumns(),
            incidents: []
        )
        let finding = try #require(Self.findings(hostile).first)
        let command = try #require(finding.evidence.commands.last)
        #expect(command.hasPrefix(#"d8s dora --service 'a'\''; rm -rf ~ #"#))
    }

    @Test func `every rule is described, and its name is unique`() {
        let rules = DeliveryRules.all
        #expect(Set(rules.map(\.name)).count == rules.count)
        #expect(rules.allSatisfy { !$0.firesWhen.isEmpty && !$0.whyItMatters.isEmpty })
        #expect(rules.count == 10)
    }

    @Test func `tests are counted by rule, service and target`() {
        let report = DeliveryAnalysis.report([history([])], asOf: asOf, zone: .utc)
        let policy = DeliveryPolicy(targets: ["*": [.changeFailRate: 0.1]])
        #expect(DeliveryRules.testCount(in: report, policy: DeliveryPolicy()) == 9)
        #expect(DeliveryRules.testCount(in: report, policy: policy) == 10)
    }
}
