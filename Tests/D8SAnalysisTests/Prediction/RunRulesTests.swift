import D8SAnalysis
import D8SModel
import Testing

/// What is said of pipelines of which it is known how likely their runs were to fail.
struct RunRulesTests {
    private let asOf = Instant(seconds: 1_800_000_000)

    /// Hourly runs, the last an hour before the end, of a minute each.
    private func runs(_ pipeline: String, seed: UInt64, failing: (Int) -> Double) -> [Run] {
        var random = Xoshiro(seed: seed)
        return (0..<300).map { number in
            let created = asOf.adding(seconds: Double(number - 300) * 3600)
            return Run(
                id: "\(pipeline)-\(number)",
                kind: .pipeline,
                pipeline: pipeline,
                namespace: "ci",
                created: created,
                started: created,
                finished: created.adding(seconds: 60),
                status: random.unit() < failing(number) ? .failure : .success
            )
        }
    }

    /// Of `web` nine in ten of the last thirty fail, as in two spells before; of `api` one in twenty.
    private var predictions: RunPredictions {
        RunPredictions(
            runs("web", seed: 3) { $0 % 100 >= 70 ? 0.9 : 0.05 }
                + runs("api", seed: 4) { _ in 0.05 },
            asOf: asOf
        )
    }

    private func findings(
        besides known: [Finding] = [],
        daysLater: Double = 0
    ) -> [Finding] {
        RunRules.findings(
            in: predictions,
            besides: known,
            format: Format(zone: .utc),
            asOf: asOf.adding(seconds: daysLater * 86_400)
        )
    }

    @Test func `only the pipeline that broke is expected to fail`() throws {
        let found = findings()
        #expect(found.map(\.entity.name) == ["ci/web"])
        let finding = try #require(found.first)
        #expect(finding.severity == .warning)
        #expect((0.7...0.98).contains(finding.magnitude))
        let words = try #require(finding.statements[.devops])
        #expect(words.title == "The next run of ci/web will probably fail")
        #expect(words.detail.contains("One that succeeds takes"))
        #expect(RunRules.testCount(in: predictions) == 2)
    }

    @Test func `a pipeline that another rule is about is not told twice`() {
        #expect(findings(besides: findings()).isEmpty)
    }

    @Test func `a pipeline that has not run for a week is not foretold`() {
        #expect(findings(daysLater: 8).isEmpty)
    }
}
