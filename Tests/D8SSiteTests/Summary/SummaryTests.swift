import D8SAttention
import D8SCharts
import D8SModel
import D8STestSupport
import Testing

@testable import D8SSite

struct SummaryTests {
    private let measurer = SummaryMeasurer()

    @Test(arguments: [(0, 1), (1, 1), (3, 1), (5, 1), (12, 1), (60, 1)], Paper.allCases)
    func `executives get one page`(counts: (items: Int, pages: Int), paper: Paper) {
        let document = SummarySample.summary(SummarySample.items(counts.items), paper: paper)
            .document(measurer: measurer)
        #expect(document.pages.count == counts.pages)
    }

    @Test(arguments: [0, 1, 3, 5, 30], Paper.allCases)
    func `nothing leaves the page or lies over something else`(count: Int, paper: Paper) {
        for audience in Audience.allCases {
            let summary = SummarySample.summary(
                SummarySample.items(count),
                accepted: SummarySample.items(count / 3),
                audience: audience,
                paper: paper
            )
            expectTidy(summary.document(measurer: measurer), paper)
        }
    }

    @Test(arguments: Audience.allCases)
    func `long and hostile words are wrapped, cut or cleaned`(audience: Audience) {
        let words = [
            String(repeating: "x", count: 10_000), String(repeating: "word ", count: 2000),
            "\u{202e}gnihton\u{0}\u{7}", "<script>alert(1)</script>", "=cmd()", "../../etc/passwd",
            "", "日本語の長い題名が折り返される", "مرحبا بالعالم", "🚀👩‍👩‍👧‍👦",
        ]
        let items = words.map { word in
            Item.sample(
                .sample(
                    entity: Entity(kind: .service, name: word),
                    owner: word,
                    title: word,
                    detail: word,
                    actions: [Action(text: word, impact: .high, effort: .low)],
                    evidence: SummarySample.checkout.findings[0].evidence
                )
            )
        }
        let summary = SummarySample.summary(
            items,
            accepted: items,
            audience: audience,
            night: .sample(
                organisation: words[0],
                url: "https://example.org/" + words[0]
            )
        )
        let document = summary.document(measurer: measurer)
        expectTidy(document, .a4)
        for text in document.texts {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202e })
        }
        #expect(document.title.count < 200)
    }

    @Test func `DevOps and analysts get all items, each whole on one page`() {
        let items = SummarySample.items(60)
        for audience in [Audience.devops, .analyst] {
            let document = SummarySample.summary(items, audience: audience)
                .document(measurer: measurer)
            #expect((6...20).contains(document.pages.count))
            #expect(document.headings.count { $0.level == 2 } == 60)
            for page in document.pages {
                let figures = page.blocks.count { $0.isFigure }
                let headings = page.blocks.count { $0.headingLevel == 2 }
                #expect(figures == headings)
            }
        }
    }

    @Test func `executives see five items and how many more there are`() {
        let document = SummarySample.summary(SummarySample.items(12)).document(measurer: measurer)
        #expect(document.headings.count { $0.level == 2 } == 5)
        #expect(document.texts.contains("+7 more in the full report."))
        #expect(document.texts.contains("Twelve things need attention"))
    }

    @Test func `a calm night says so and what was checked`() {
        let document = SummarySample.summary([]).document(measurer: measurer)
        #expect(document.texts.contains("Nothing needs attention."))
        let text = document.texts.joined(separator: " ")
        #expect(text.contains("9 of 9\u{a0}sources fresh"))
        #expect(text.contains("1,712\u{a0}tests"))
        #expect(text.contains("214 services"))
        #expect(text.contains("21\u{a0}Nov\u{a0}04:00\u{a0}UTC"))
    }

    @Test func `the first page says whose night it is, in the reader's language`() {
        let english = SummarySample.summary([]).document(measurer: measurer)
        let line = "Acme Retail · Executive summary · Night of Friday 20\u{a0}November 2026"
        #expect(english.texts.first == line)
        #expect(english.title == line)
        let portuguese = SummarySample.summary([], language: .brazilianPortuguese)
            .document(measurer: measurer)
        #expect(portuguese.title.contains("sexta-feira, 20 de\u{a0}novembro de 2026"))
    }

    @Test func `the foot of every page counts the pages and leads to the site`() throws {
        let document = SummarySample.summary(
            SummarySample.items(12),
            audience: .devops,
            night: .sample(url: "https://acme.example/ops")
        )
        .document(measurer: measurer)
        let count = document.pages.count
        #expect(count > 1)
        for (number, page) in document.pages.enumerated() {
            let texts = page.blocks.flatMap(\.texts)
            #expect(texts.contains("Page \(number + 1) of \(count)"))
            #expect(texts.contains("acme.example/ops"))
            let link = try #require(page.blocks.last { $0.url != nil })
            #expect(link.url == "https://acme.example/ops/")
            let frame = try #require(link.frame)
            #expect(frame.x <= link.origin.x && frame.y < link.origin.y)
            #expect(frame.y + frame.height > link.origin.y)
        }
    }

    @Test func `a site without an address has no links`() {
        let document = SummarySample.summary(
            SummarySample.items(3),
            audience: .devops,
            night: .sample(url: nil)
        ).document(measurer: measurer)
        #expect(document.pages.allSatisfy { page in page.blocks.allSatisfy { $0.url == nil } })
        #expect(!document.texts.contains { $0.contains("Full report") })
    }

    @Test func `each item has its severity in words, an outline entry and a described figure`() {
        let document = SummarySample.summary(SummarySample.items(3)).document(measurer: measurer)
        #expect(document.texts.contains("Critical"))
        #expect(document.texts.contains("Warning"))
        let outline = document.pages.flatMap(\.blocks).compactMap(\.outline)
        #expect(
            outline == [
                "Three things need attention", "Checkout fails one deployment in five",
                "Changes take twice as long to reach customers",
                "Billing needs four times as long to recover from a failed deployment",
            ]
        )
        let alternatives = document.pages.flatMap(\.blocks).compactMap(\.alternative)
        #expect(alternatives.count == 3)
        #expect(alternatives.allSatisfy { $0.hasSuffix(".") && $0.contains(" from ") })
    }

    @Test func `headings never skip a level`() {
        for audience in Audience.allCases {
            let document = SummarySample.summary(
                SummarySample.items(7),
                accepted: SummarySample.items(2),
                audience: audience
            ).document(measurer: measurer)
            let levels = document.headings.map(\.level)
            #expect(levels.first == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        }
    }

    @Test func `nothing is set smaller than nine points`() {
        for count in [0, 1, 5, 12] {
            for audience in Audience.allCases {
                let document = SummarySample.summary(
                    SummarySample.items(count),
                    audience: audience
                ).document(measurer: measurer)
                #expect(document.sizes.allSatisfy { $0 >= 9 })
            }
        }
    }

    @Test func `what is resolved is named, what is accepted only to those who look after it`() {
        let resolved = ResolvedItem(
            last: LedgerEntry(
                item: "a",
                night: Day(number: 20_776),
                state: .ongoing,
                severity: .warning,
                magnitude: 1,
                title: "Catalogue deploys too rarely",
                entity: Entity(kind: .service, name: "catalogue")
            ),
            firstNight: Day(number: 20_770),
            nights: 7
        )
        let accepted = Item.sample(
            state: .accepted,
            acceptance: Acceptance(
                item: "b",
                reason: "migration until spring",
                owner: "Jo",
                until: Day(number: 20_900)
            )
        )
        let executive = SummarySample.summary([], accepted: [accepted], resolved: [resolved])
            .document(measurer: measurer).texts.joined(separator: " ")
        #expect(executive.contains("Catalogue deploys too rarely · raised on 7\u{a0}nights"))
        #expect(!executive.contains("migration until spring"))
        let devops = SummarySample.summary([], accepted: [accepted], audience: .devops)
            .document(measurer: measurer).texts.joined(separator: " ")
        #expect(devops.contains("migration until spring · Jo · until"))
    }

    @Test func `a page that is nearly full stays one page whatever its items`() {
        let resolved = (0..<3).map { number in
            ResolvedItem(
                last: LedgerEntry(
                    item: "r\(number)",
                    night: Day(number: 20_776),
                    state: .ongoing,
                    severity: .warning,
                    magnitude: 1,
                    title: "Service \(number) deploys too rarely",
                    entity: Entity(kind: .service, name: "s")
                ),
                firstNight: Day(number: 20_770),
                nights: 7
            )
        }
        for words in 0..<40 {
            let detail = String(repeating: "word ", count: words)
            let items = (0..<7).map { number in
                Item.sample(.sample(detail: detail), id: "i\(number)")
            }
            for paper in Paper.allCases {
                let document = SummarySample.summary(items, resolved: resolved, paper: paper)
                    .document(measurer: measurer)
                expectTidy(document, paper)
                #expect(document.pages.count == 1 || words > 25)
            }
        }
    }

    @Test func `the same night gives the same document`() {
        let summary = SummarySample.summary(SummarySample.items(12), audience: .analyst)
        #expect(summary.document(measurer: measurer) == summary.document(measurer: measurer))
    }

    /// Blocks lie within the margins and no text lies over another one.
    private func expectTidy(_ document: Document, _ paper: Paper) {
        for page in document.pages {
            #expect(page.size == paper.size)
            let boxes = page.blocks.flatMap { block in
                block.isFigure ? [] : block.textBoxes(measurer)
            }
            for box in boxes {
                let isInside =
                    box.x >= 47.9 && box.x + box.width <= paper.size.width - 47.9
                    && box.y >= 40 && box.y + box.height <= paper.size.height - 40
                if !isInside { Issue.record("\(box) is not on the page") }
            }
            let sorted = boxes.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
            for (number, box) in sorted.enumerated() {
                for other in sorted.dropFirst(number + 1) {
                    if other.y >= box.y + box.height { break }
                    if box.overlaps(other) { Issue.record("\(box) lies over \(other)") }
                }
            }
        }
    }
}
