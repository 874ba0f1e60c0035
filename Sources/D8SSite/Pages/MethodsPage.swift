import D8SAnalysis
import D8SAttention
import D8SModel

/// How we decide: every rule, formula, benchmark edition and source of this edition.
struct MethodsPage {
    private let edition: Edition
    private let path = PagePath("methods/index.html")

    init(_ edition: Edition) {
        self.edition = edition
    }

    func file() throws(SiteError) -> SiteFile {
        let lede =
            "Every rule, formula and benchmark that decided what is on these pages, and the state "
            + "of the sources it was decided from."
        let frame = PageFrame(title: "How we decide", description: lede)
        let rules = edition.input.rules
        let benchmarks = edition.input.delivery.benchmarks
        let sources = edition.input.sources
        let fields: Fields = [
            "lede": .text(lede),
            "budget": .texts(budget),
            "hasRules": .flag(!rules.isEmpty), "rules": .list(rules.map(fields)),
            "formulasLede": .text(Formula.lede(window: edition.input.delivery.window)),
            "formulas": .list(
                Formula.delivery.map { ["name": .text($0.name), "text": .text($0.text)] }
            ),
            "hasBenchmarks": .flag(!benchmarks.isEmpty),
            "benchmarks": .list(benchmarks.map(fields)),
            "sourcesLede": .text(sourcesLede),
            "hasSources": .flag(!sources.isEmpty),
            "sourcesTable": .markup(SourcesTable(edition).table.markup),
        ]
        return try edition.page("methods", at: path, frame, fields)
    }

    private var budget: [String] {
        let format = edition.format
        let checks = edition.input.checks
        let things = checks.things.reduce(0) { $0 &+ $1.count }
        let shown = edition.input.attention.items.count
        return [
            "Tonight \(format.count(checks.tests, "test")) were made on "
                + "\(format.count(things, "thing")): \(format.count(shown, "item")) came of them.",
            "A rule that holds one number against another has to pass three gates: the change is "
                + "large enough to matter, the 95 % interval leaves no room for “unchanged”, and an "
                + "exact or a rank test passes the false discovery rate over all tests of the "
                + "night: Benjamini and Hochberg over the services, then within each (Benjamini "
                + "and Bogomolov 2014). Such an item says how often chance alone would do the same.",
            "Plain facts (an open failure, a source that stopped) are no matter of chance and carry "
                + "no such number.",
            "The budget is one false item in 30 nights over everything that is watched, as long as "
                + "nothing is wrong; where something is, at most that share of what is shown.",
        ] + (edition.input.selfTest.map(selfTest) ?? [])
    }

    private func selfTest(_ test: TrendSelfTest) -> [String] {
        let format = edition.format
        let expected = Double(test.tests) / 100
        return [
            "The look at the last four weeks tests itself every night: \(format.count(test.series, "series", "series")) "
                + "were judged again with their days in an order drawn at random (work days among "
                + "work days, weekends among weekends), where whatever is found is found by chance. "
                + "Of \(format.count(test.tests, "test")) \(format.whole(test.clear)) were as clear as one "
                + "in a hundred, where at most \(format.number(expected)) are expected, and "
                + "\(format.count(test.items, "item")) would have been shown, where at most one in 30 "
                + "nights is expected."
        ]
    }

    private var sourcesLede: String {
        let checks = edition.input.checks
        return "\(edition.format.whole(checks.freshSources)) of "
            + "\(edition.format.count(checks.sources, "source")) were fresh at "
            + "\(edition.instant(edition.night.asOf))."
    }

    private func fields(_ rule: Rule) -> Fields {
        [
            "id": .text(Slug.of(rule.name)), "title": .text(rule.title),
            "firesWhen": .prose(rule.firesWhen.asSentence),
            "silentWhen": .prose(rule.silentWhen.asSentence),
            "whyItMatters": .prose(rule.whyItMatters.asSentence),
        ]
    }

    private func fields(_ benchmark: Benchmark) -> Fields {
        [
            "title": .text("\(benchmark.title) (\(benchmark.edition))"),
            "source": .text(benchmark.source),
            "table": .markup(BenchmarkTable(benchmark, edition.format).table.markup),
        ]
    }
}
