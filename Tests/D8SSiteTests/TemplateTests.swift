import Testing

@testable import D8SSite

@Suite struct TemplateTests {
    @Test func `every name in every template is one that the pages give`() async throws {
        let texts = try ProjectFiles.templates()
        let strict = StrictRenderer(texts)
        let samples = [
            Sample.full, .threeItems, .domain, .spend, .workloads, Sample(), .hostile, .bare,
            Sample(serviceNames: []),
        ]
        for sample in samples {
            var site = Site(
                input: sample.input,
                templates: try Templates(texts),
                assets: try ProjectFiles.assets(),
                painter: TestPainter(),
                measurer: TestMeasurer()
            )
            site.templates = strict
            for batch in try site.batches() { _ = try batch() }
        }
        #expect(strict.problems == [])
        #expect(strict.neverRendered == [])
    }

    @Test func `the check itself finds unknown names, text as markup and markup as text`() throws {
        let strict = StrictRenderer([
            "page": "{{title}}{{typo}}{{{title}}}{{table}}{{#list}}{{x}}{{y}}{{/list}}{{>none}}"
        ])
        _ = try strict.render(
            "page",
            [
                "title": .text("T"), "table": .markup(Markup()),
                "list": .list([["x": .text("1")]]),
            ]
        )
        #expect(
            strict.problems == [
                "page: no partial none", "page: {{table}} is no text", "page: {{typo}} is no text",
                "page: {{y}} is no text", "page: {{{title}}} is no markup",
            ]
        )
    }

    @Test func `a template that is no Mustache is refused with its line`() {
        #expect(throws: SiteError.self) { try Templates(["page": "one\n{{#open}}\nthree"]) }
        do {
            _ = try Templates(["page": "one\n{{#open}}x{{/other}}"])
        } catch {
            #expect("\(error)".hasPrefix("templates/page.mustache, line 2: "))
        }
    }

    @Test func `a missing template is an error, not an empty page`() throws {
        let templates = try Templates([:])
        #expect(throws: SiteError.missingTemplate(name: "item")) {
            try templates.render("item", [:])
        }
    }

    @Test func `templates escape what they are given, in partials and sections too`() throws {
        let templates = try Templates([
            "page": "{{>part}}{{#names}}<i title=\"{{.}}\">{{/names}}", "part": "<b>{{name}}</b>",
        ])
        let page = try templates.render(
            "page",
            ["name": .text("<\u{301}&"), "names": .texts(["\"\u{301} x"])]
        )
        #expect(page == "<b>&lt;\u{301}&amp;</b><i title=\"&quot;\u{301} x\">")
    }
}
