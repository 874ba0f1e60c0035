import D8SModel
import D8STestSupport
import Testing

@testable import D8SAttention

@Suite struct HeadlineTests {
    @Test(arguments: [
        (0, "Nothing needs attention."), (1, "One thing needs attention"),
        (3, "Three things need attention"), (12, "Twelve things need attention"),
        (13, "13 things need attention"), (1204, "1,204 things need attention"),
        (-1, "Nothing needs attention."),
    ])
    func `the title counts in words up to twelve`(count: Int, title: String) {
        #expect(Headline.title(count) == title)
    }

    private func checks(_ things: [(String, Int)], sources: Int = 9, fresh: Int = 9) -> Checks {
        Checks(
            things: things.map { Checks.Thing(noun: $0.0, count: $0.1) },
            sources: sources,
            freshSources: fresh,
            tests: 0
        )
    }

    @Test func `the summary says what changed and what is fine`() {
        let results = live([
            ("2026-11-19", [finding("r", "a", kind: .team)]),
            ("2026-11-20", [finding("r", "a", kind: .team), finding("r", "b", kind: .team)]),
        ])
        let checked = checks([("services", 214), ("pipelines", 61), ("nodes", 38)])
        #expect(
            Headline.summary(results[1], checks: checked)
                == "One is new since last night. 214 services, 61 pipelines and 38 nodes were "
                + "checked and are as they should be, so they are not shown."
        )
    }

    @Test func `a thing with an item is not counted as fine`() {
        let results = live([("2026-11-19", [finding()]), ("2026-11-20", [finding(magnitude: 2)])])
        #expect(
            Headline.summary(results[1], checks: checks([("services", 2)]))
                == "One got worse. 1 other service was checked and is as it should be, so it is not "
                + "shown."
        )
        #expect(Headline.summary(results[1], checks: checks([("services", 1)])) == "One got worse.")
    }

    @Test func `a blind service is not counted as fine`() {
        let result = Attention.items(
            findings: [],
            sources: [source(success: nil, newest: nil)],
            ledger: [],
            acceptances: [],
            night: night("2026-11-20")
        )
        #expect(
            Headline.summary(result, checks: checks([("services", 1), ("sources", 1)]))
                == "One is new since last night."
        )
    }

    @Test func `an empty night says what was checked and what is resolved`() {
        let results = live([("2026-11-19", [finding()]), ("2026-11-20", []), ("2026-11-21", [])])
        let checked = checks([("services", 12)])
        let fine = "12 services were checked and are as they should be, so they are not shown."
        #expect(Headline.summary(results[1], checks: checked) == "One is resolved. " + fine)
        #expect(Headline.summary(results[2], checks: checked) == fine)
        #expect(Headline.summary(results[2], checks: checks([])) == "")
    }

    @Test func `nothing new is said as well`() {
        let results = live([("2026-11-19", [finding()]), ("2026-11-20", [finding()])])
        #expect(
            Headline.summary(results[1], checks: checks([])) == "None is new since last night."
        )
    }

    @Test func `the proof counts sources and things`() {
        let all = checks([("services", 214), ("pipelines", 61), ("nodes", 38)])
        #expect(all.proof == "9 of 9 sources fresh · 313 things checked")
        #expect(
            checks([("services", 1)], sources: 1, fresh: 0).proof
                == "0 of 1 source fresh · 1 thing checked"
        )
    }
}
