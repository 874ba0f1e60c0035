import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SPublish

@Suite struct RetentionTests {
    private func day(_ text: String) -> Day { Day(iso8601: text) ?? Day(number: 0) }

    /// A site with a list of past editions.
    private func listing(_ word: String, _ nights: [Day]) -> [SiteFile] {
        let links = nights.map { "<a href=\"\($0)/index.html\">\($0)</a>" }.joined()
        return site(word) + [
            SiteFile(path: "editions/index.html", text: links),
            SiteFile(path: "more.html", text: "<a href=editions/index.html>past</a>"),
        ]
    }

    private func publish(
        _ days: [String],
        _ scratch: Scratch,
        _ retention: Retention = Retention()
    ) async throws -> [Publication] {
        var publications: [Publication] = []
        for text in days {
            let publisher = scratch.publisher(retention: retention)
            let nights = try publisher.pastEditions(for: day(text))
            publications.append(
                try await publisher.publish(
                    listing(text, nights),
                    night: night(text),
                    summary: summary
                )
            )
        }
        return publications
    }

    @Test func `past editions stay as they were on their night`() async throws {
        let scratch = try Scratch()
        let days = ["2026-11-18", "2026-11-19", "2026-11-20"]
        let publications = try await publish(days, scratch)
        #expect(publications.last?.pastEditions == [day("2026-11-19"), day("2026-11-18")])
        #expect(scratch.read("output/assets/site.css") == "/* 2026-11-20 */")
        for past in days.dropLast() {
            let base = "output/editions/\(past)/"
            #expect(scratch.read(base + "assets/site.css") == "/* \(past) */")
            let record = try #require(scratch.read(base + "edition.json"))
            for file in try #require(EditionRecord(json: Array(record.utf8))).files
            where !file.path.hasPrefix("editions/") {
                #expect(Disk.sha256(scratch.path + "/" + base + file.path) == file.sha256)
            }
            // The list of past editions leads to the real one from inside a past edition.
            #expect(
                scratch.read(base + "editions/index.html")?.contains("url=../../index.html") == true
            )
        }
        #expect(!scratch.exists("output/editions/2026-11-19/editions/2026-11-18"))
    }

    @Test func `a night that is published again replaces itself`() async throws {
        let scratch = try Scratch()
        _ = try await publish(["2026-11-18", "2026-11-19", "2026-11-19"], scratch)
        let past = try scratch.publisher().pastEditions(for: day("2026-11-19"))
        #expect(past == [day("2026-11-18")])
        #expect(!scratch.exists("output/editions/2026-11-19"))
    }

    @Test func `looking at an older night again loses nothing and lists no later one`() async throws
    {
        let scratch = try Scratch()
        _ = try await publish(["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-19"], scratch)
        let publisher = scratch.publisher()
        #expect(try publisher.pastEditions(for: day("2026-11-19")) == [day("2026-11-18")])
        #expect(scratch.exists("output/editions/2026-11-20/index.html"))
        #expect(!scratch.exists("output/editions/2026-11-19"))
    }

    @Test(arguments: [
        (Retention(count: 2), ["2026-11-19", "2026-11-18"]), (Retention(count: 0), []),
        (Retention(count: 9, days: 1), ["2026-11-19"]), (Retention(count: -1), []),
        (Retention(count: 9, days: 18), ["2026-11-19", "2026-11-18", "2026-11-02"]),
    ])
    func `past editions go by number and age`(retention: Retention, kept: [String]) async throws {
        let scratch = try Scratch()
        let days = ["2026-11-01", "2026-11-02", "2026-11-18", "2026-11-19", "2026-11-20"]
        let publications = try await publish(days, scratch, retention)
        #expect(publications.last?.pastEditions.map(\.description) == kept)
        let folders = try? FileManager.default.contentsOfDirectory(
            atPath: scratch.target + "/editions"
        )
        #expect((folders ?? []).filter { !$0.hasPrefix("index") }.sorted() == kept.sorted())
    }

    @Test func `a link to a past edition that is not kept is a fault`() async throws {
        let scratch = try Scratch()
        _ = try await publish(["2026-11-18", "2026-11-19"], scratch)
        let publisher = scratch.publisher(retention: Retention(count: 1))
        let files = listing("x", [day("2026-11-19"), day("2026-11-18")])
        let error = await #expect(throws: PublishError.self) {
            try await publisher.publish(files, night: night("2026-11-20"), summary: summary)
        }
        #expect(
            error
                == .unfitSite([
                    SiteFault(
                        file: "editions/index.html",
                        line: 1,
                        problem: .missingFile(link: "2026-11-18/index.html")
                    )
                ])
        )
    }
}
