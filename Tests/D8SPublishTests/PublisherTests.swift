import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SPublish

@Suite struct PublisherTests {
    @Test func `a site is published with its record and its compressed twins`() async throws {
        let scratch = try Scratch()
        let publication = try await scratch.publisher().publish(
            site(),
            night: night("2026-11-20"),
            summary: summary
        )
        #expect(
            scratch.tree() == [
                "assets/site.css", "assets/site.css.gz", "edition.json", "edition.json.gz",
                "index.html", "index.html.gz", "still.html", "still.html.gz",
            ]
        )
        #expect(publication.written == 8)
        #expect(publication.kept == 0)
        #expect(scratch.read("output/assets/site.css") == "/* one */")
    }

    @Test func `the record names every file by its digest`() async throws {
        let scratch = try Scratch()
        let files = [SiteFile(path: "a.bin", text: "abc"), SiteFile(path: "A-b/ü.bin", text: "")]
        _ = try await scratch.publisher().publish(
            files,
            night: night("2026-11-20"),
            summary: EditionSummary(headline: "One \"thing\"\n", items: [.critical: 1])
        )
        // printf abc | sha256sum; sha256sum < /dev/null
        let expected = """
            {
              "format": "d8s-edition-1",
              "organisation": "Acme",
              "night": "2026-11-20",
              "as_of": "2026-11-20T02:00:00Z",
              "valid_until": "2026-11-21T02:00:00Z",
              "zone": "UTC",
              "url": null,
              "generator": "d8s test",
              "headline": "One \\"thing\\"\\n",
              "items": {"critical": 1, "warning": 0, "info": 0},
              "editions": [],
              "files": [
                {"path": "A-b/ü.bin", "size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                {"path": "a.bin", "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
              ]
            }

            """
        #expect(scratch.read("output/edition.json") == expected)
    }

    @Test func `files of one text have one twin, whatever their places`() async throws {
        let scratch = try Scratch()
        let text = String(repeating: "2026-11-20,42\r\n", count: 500)
        _ = try await scratch.publisher().publish(
            ["a.csv", "b/c.csv", "d.csv"].map { SiteFile(path: $0, text: text) }
                + [SiteFile(path: "e.csv", text: text + "1")],
            night: night("2026-11-20"),
            summary: summary
        )
        let bytes = scratch.bytes()
        let twin = try #require(bytes["a.csv.gz"])
        #expect(bytes["b/c.csv.gz"] == twin)
        #expect(bytes["d.csv.gz"] == twin)
        #expect(bytes["e.csv.gz"] != twin)
        let digest = Digest.sha256(Array(twin))
        let record = try #require(scratch.read("output/edition.json"))
        #expect(record.split(separator: digest).count == 4)
    }

    @Test func `the same input gives the same tree`() async throws {
        let one = try Scratch(), other = try Scratch()
        for scratch in [one, other] {
            for day in ["2026-11-18", "2026-11-19", "2026-11-20"] {
                _ = try await scratch.publisher().publish(
                    site(day),
                    night: night(day),
                    summary: summary
                )
            }
        }
        #expect(one.bytes() == other.bytes())
        let before = one.bytes()
        let again = try await one.publisher().publish(
            site("2026-11-20").reversed(),
            night: night("2026-11-20"),
            summary: summary
        )
        #expect(one.bytes() == before)
        #expect(again.written == 0)
    }

    @Test func `files that have not changed keep their times, changed ones are new files`()
        async throws
    {
        let scratch = try Scratch()
        _ = try await scratch.publisher().publish(
            site("one"),
            night: night("2026-11-19"),
            summary: summary
        )
        let still = try scratch.attributes("output/still.html")
        let twin = try scratch.attributes("output/still.html.gz")
        let page = try scratch.attributes("output/index.html")
        let publication = try await scratch.publisher().publish(
            site("two"),
            night: night("2026-11-20"),
            summary: summary
        )
        #expect(try scratch.attributes("output/still.html") == still)
        #expect(try scratch.attributes("output/still.html.gz") == twin)
        #expect(try scratch.attributes("output/index.html").inode != page.inode)
        #expect(publication.kept == 2)
        // The old page lives on in its past edition with the old text.
        #expect(try scratch.attributes("output/editions/2026-11-19/index.html") == page)
        #expect(scratch.read("output/editions/2026-11-19/assets/site.css") == "/* one */")
    }

    @Test func `a file that somebody has damaged is written again`() async throws {
        let scratch = try Scratch()
        let publisher = scratch.publisher()
        _ = try await publisher.publish(site(), night: night("2026-11-20"), summary: summary)
        let whole = scratch.bytes()
        try scratch.write("broken", to: "output/still.html")
        try scratch.write("broken", to: "output/index.html.gz")
        try FileManager.default.removeItem(atPath: scratch.target + "/assets/site.css")
        _ = try await publisher.publish(site(), night: night("2026-11-20"), summary: summary)
        #expect(scratch.bytes() == whole)
    }

    @Test func `what a site has no more is removed`() async throws {
        let scratch = try Scratch()
        let publisher = scratch.publisher(retention: Retention(count: 0))
        _ = try await publisher.publish(site(), night: night("2026-11-19"), summary: summary)
        let publication = try await publisher.publish(
            [SiteFile(path: "index.html", text: "x")],
            night: night("2026-11-20"),
            summary: summary
        )
        #expect(
            scratch.tree() == [
                "edition.json", "edition.json.gz", "index.html", "index.html.gz",
            ]
        )
        #expect(publication.removed == 4)
    }

    @Test func `nothing but the target and the lock stays`() async throws {
        let scratch = try Scratch()
        for day in ["2026-11-19", "2026-11-20"] {
            _ = try await scratch.publisher().publish(site(), night: night(day), summary: summary)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
        #expect(names == [".output.d8s", "output"])
        let work = try FileManager.default.contentsOfDirectory(
            atPath: scratch.path + "/.output.d8s"
        )
        #expect(work == ["lock"])
    }
}
