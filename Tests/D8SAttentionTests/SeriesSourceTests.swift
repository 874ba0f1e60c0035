import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

struct SeriesSourceTests {
    private let tonight = night("2026-11-20")

    private func scrape(
        _ name: String,
        late: Bool = false,
        services: [String] = [],
        coverage: SeriesCoverage? = nil
    ) -> SourceState {
        SourceState(
            name: name,
            kind: "scrape",
            interval: 60,
            lastSuccess: late ? "2026-11-20T00:00:00Z" : "2026-11-20T01:59:30Z",
            newestEvent: "2026-11-20T00:00:00Z",
            lastAttempt: "2026-11-20T01:59:30Z",
            lastError: late ? "connection refused" : nil,
            services: services,
            rejected: 0,
            coverage: coverage
        )
    }

    private func findings(_ sources: [SourceState]) -> [Finding] {
        SourceRules.findings(of: sources, on: tonight)
    }

    @Test(arguments: [
        (49, 100 as Int?, true), (50, 100, false), (9, 20, true), (9, 19, false), (0, nil, false),
        (0, 20, true), (300, 100, false),
    ])
    func `a source that lost more than half of its series is an item`(
        active: Int,
        before: Int?,
        fires: Bool
    ) {
        let coverage = SeriesCoverage(active: active, before: before, limit: 100_000, refused: 0)
        let found = findings([scrape("scrape:node/db1:9100", coverage: coverage)])
        #expect(found.map(\.rule) == (fires ? ["series-shrinking"] : []))
    }

    @Test func `what is over the limit is named with its number and the mend`() {
        let coverage = SeriesCoverage(active: 5000, before: nil, limit: 5000, refused: 1234)
        let found = findings([scrape("scrape:app", coverage: coverage)])
        #expect(found.map(\.rule) == ["series-limit"])
        let statement = found.first?.statements[.devops]
        #expect(statement?.title == "Source scrape:app has reached its limit of 5,000 series")
        #expect(statement?.detail.contains("brought 1,234 more") == true)
        #expect(found.first?.actions.contains { $0.text.contains("raise `series_limit`") } == true)
    }

    @Test func `sources of a job that are late together are one item`() {
        let sources =
            (1...12).map { scrape("scrape:node/db\($0):9100", late: true) }
            + (1...2).map { scrape("scrape:node/web\($0):9100") }
        let found = findings(sources + [scrape("scrape:app/a:80", late: true), scrape("host:x")])
        #expect(found.map(\.entity.name) == ["scrape:node", "scrape:app/a:80"])
        let job = found.first
        #expect(job?.evidence.table?.rows.count == 12)
        #expect(
            job?.statements[.devops]?.title == "12 of 14 sources of scrape:node are late"
        )
        #expect(
            job?.statements[.devops]?.detail.hasSuffix("failed: connection refused") == true
        )
    }

    @Test(arguments: [(2, 0), (3, 3), (3, 9)])
    func `a few late sources of many, or two, stand for themselves`(late: Int, fresh: Int) {
        let sources =
            (0..<late).map { scrape("scrape:node/a\($0)", late: true) }
            + (0..<fresh).map { scrape("scrape:node/b\($0)") }
        #expect(findings(sources).map(\.entity.name) == (0..<late).map { "scrape:node/a\($0)" })
    }

    @Test func `a late source with services stays by itself, so that it explains their silence`() {
        let sources = (0..<3).map {
            scrape("kubernetes:prod/\($0)", late: true, services: ["s\($0)"])
        }
        #expect(findings(sources).count == 3)
    }

    @Test(arguments: ["scrape:node/db1:9100", "host:web1", "postgres:orders"])
    func `a source without services is spoken of by its name`(name: String) {
        let states = [
            scrape(name, late: true),
            SourceState(
                name: name,
                kind: "scrape",
                interval: 60,
                lastSuccess: nil,
                newestEvent: nil,
                lastAttempt: nil,
                lastError: nil,
                services: [],
                rejected: 0
            ),
            source(name, newest: nil, services: []),
            source(name, newest: "2026-11-20T03:00:00Z", services: [], rejected: 4),
        ]
        let found = states.flatMap { findings([$0]) }
        #expect(found.count == 5)
        for statement in found.flatMap(\.statements.values) {
            let text = statement.title + " " + statement.detail
            #expect(!text.contains("source \(name)") && !text.contains("service"), "\(text)")
        }
        #expect(
            found.map { $0.statements[.executive]?.title } == [
                "\(name) tells nothing new", "Nothing is known from \(name)",
                "Nothing is known from \(name)", "Some records from \(name) could not be used",
                "Times reported by \(name) cannot be right",
            ]
        )
    }
}
