import D8SModel
import Testing

@testable import D8SCollect

@Suite struct ScrapeSourceTests {
    private static let own = "{instance=\"db1:9100\",job=\"node\"}"

    private static func report(up: Int, _ scraped: Int, _ kept: Int, _ added: Int) -> [String] {
        [
            "up\(own) \(up).0", "scrape_samples_scraped\(own) \(scraped).0",
            "scrape_samples_post_metric_relabeling\(own) \(kept).0",
            "scrape_series_added\(own) \(added).0",
        ]
    }

    @Test func `a page is stored with job and instance, and says how it went`() async throws {
        let fixture = try ScrapeFixture([.page("# TYPE a gauge\na{b=\"c\"} 1\n")])
        let (lines, error) = try await fixture.scrape(at: 5000)
        #expect(error == nil)
        #expect(
            lines == ["a{b=\"c\",instance=\"db1:9100\",job=\"node\"} 1.0"]
                + Self.report(up: 1, 1, 1, 1)
        )
        #expect(fixture.rounds.flatMap(\.times).allSatisfy { $0 == 5000 })
        #expect(fixture.metrics == [Metric(name: "a", kind: .gauge)])
        let headers = fixture.target.requests[0].headers
        #expect(headers.first { $0.name == "X-Prometheus-Scrape-Timeout-Seconds" }?.value == "30.0")
        let accept = headers.first { $0.name == "Accept" }?.value ?? ""
        #expect(accept.hasPrefix("application/openmetrics-text;version=1.0.0,"))
        #expect(accept.contains("text/plain;version=0.0.4"))
    }

    @Test func `series that vanish are ended, once`() async throws {
        let fixture = try ScrapeFixture([
            .page("a 1\nb 2\n"), .page("b 3\n"), .page("b 4\n"), .page("a 5\nb 6\n"),
        ])
        _ = try await fixture.scrape(at: 1)
        #expect(
            try await fixture.scrape(at: 2).lines == ["b\(Self.own) 3.0", "a\(Self.own) stale"]
                + Self.report(up: 1, 1, 1, 0)
        )
        #expect(
            try await fixture.scrape(at: 3).lines == ["b\(Self.own) 4.0"]
                + Self.report(up: 1, 1, 1, 0)
        )
        #expect(
            try await fixture.scrape(at: 4).lines == ["a\(Self.own) 5.0", "b\(Self.own) 6.0"]
                + Self.report(up: 1, 2, 2, 1)
        )
    }

    @Test(arguments: [
        FakeTarget.Step.status(503), .page("a x\n"), .page("\u{1}", type: "application/x"),
        .page("", type: "application/vnd.google.protobuf"),
        .failure(.unreachable(address: "db1", reason: "refused")),
    ])
    func `a scrape that fails is up 0, ends the series and is an error`(
        step: FakeTarget.Step
    ) async throws {
        let fixture = try ScrapeFixture([.page("a 1\n"), step, step, .page("a 2\n")])
        _ = try await fixture.scrape(at: 1)
        let (lines, error) = try await fixture.scrape(at: 2)
        #expect(error != nil)
        #expect(lines == ["a\(Self.own) stale"] + Self.report(up: 0, 0, 0, 0))
        let again = try await fixture.scrape(at: 3)
        #expect(again.lines == Self.report(up: 0, 0, 0, 0))
        #expect(
            try await fixture.scrape(at: 4).lines == ["a\(Self.own) 2.0"]
                + Self.report(up: 1, 1, 1, 1)
        )
    }

    @Test func `an error says line and column of a bad page`() async throws {
        let fixture = try ScrapeFixture([.page("a 1\nb{c=d} 2\n")])
        let error = try await fixture.scrape(at: 1).error
        #expect(
            error?.description == "http://db1:9100/metrics answered what cannot be understood: "
                + "line 2, column 5: the label's value is not in quotes."
        )
    }

    @Test func `times in the page count, and such series are not ended`() async throws {
        let fixture = try ScrapeFixture([.page("a 1 77\nb 2\n"), .page("")])
        _ = try await fixture.scrape(at: 100)
        #expect(fixture.rounds.first?.times == [77, 100])
        #expect(
            try await fixture.scrape(at: 200).lines == ["b\(Self.own) stale"]
                + Self.report(up: 1, 0, 0, 0)
        )
        let ignoring = try ScrapeFixture([.page("a 1 77\n")]) { $0.honorsTimestamps = false }
        _ = try await ignoring.scrape(at: 100)
        #expect(ignoring.rounds.first?.times == [100])
    }

    /// Expected: `mutateSampleLabels` of Prometheus' scrape/scrape.go.
    @Test(arguments: [
        (false, "a{exported_job=\"x\",instance=\"db1:9100\",job=\"node\",team=\"t\"} 1.0"),
        (true, "a{instance=\"db1:9100\",job=\"x\",team=\"t\"} 1.0"),
    ])
    func `labels that clash are renamed, or count`(honors: Bool, line: String) async throws {
        let fixture = try ScrapeFixture([.page("a{job=\"x\"} 1\n")]) {
            $0.honorsLabels = honors
            $0.labels = [Label("team", "t")]
        }
        #expect(try await fixture.scrape(at: 1).lines.first == line)
    }

    @Test func `a renamed label does not take another's name`() async throws {
        let fixture = try ScrapeFixture([.page("a{job=\"x\",exported_job=\"y\"} 1\n")])
        #expect(
            try await fixture.scrape(at: 1).lines.first
                == "a{exported_exported_job=\"x\",exported_job=\"y\",instance=\"db1:9100\","
                + "job=\"node\"} 1.0"
        )
    }

    @Test func `series are kept and dropped by patterns`() async throws {
        let page = "node_a{d=\"eth0\"} 1\nnode_b{d=\"lo\"} 2\ngo_c 3\n"
        let fixture = try ScrapeFixture([.page(page)]) {
            $0.keep = ["node_*"].compactMap(SeriesPattern.init)
            $0.drop = ["{d=\"l?\"}"].compactMap(SeriesPattern.init)
        }
        #expect(
            try await fixture.scrape(at: 1).lines
                == ["node_a{d=\"eth0\",instance=\"db1:9100\",job=\"node\"} 1.0"]
                + Self.report(up: 1, 3, 1, 1)
        )
    }

    @Test(arguments: [
        "sample_limit: 1", "label_limit: 2", "label_name_length_limit: 7",
        "label_value_length_limit: 8",
    ])
    func `over a limit nothing is taken`(name: String) async throws {
        let page = "a{b=\"123456789\"} 1\nb 1\n"
        let fixture = try ScrapeFixture([.page(page)]) { target in
            let most = Int(name.suffix(1))
            switch name.dropLast(3) {
            case "sample_limit": target.limits.samples = most
            case "label_limit": target.limits.labels = most
            case "label_name_length_limit": target.limits.labelName = most
            default: target.limits.labelValue = most
            }
        }
        let (lines, error) = try await fixture.scrape(at: 1)
        #expect(error?.description.contains("more than \(name)") == true)
        #expect(lines == Self.report(up: 0, 0, 0, 0))
    }

    @Test func `OpenMetrics that breaks rules is asked for as text instead`() async throws {
        let type = "application/openmetrics-text; version=1.0.0"
        let bad = FakeTarget.Step.page("# TYPE a counter\na 1\n# EOF\n", type: type)
        let text = FakeTarget.Step.page("# TYPE a counter\na 1\n")
        let fixture = try ScrapeFixture([bad, text, text, bad, bad])
        #expect(try await fixture.scrape(at: 1).lines.first == "a\(Self.own) 1.0")
        #expect(try await fixture.scrape(at: 2).lines.first == "a\(Self.own) 1.0")
        let accepts = fixture.target.requests.map { $0.headers.first?.value.prefix(10) }
        #expect(accepts == ["applicatio", "text/plain", "text/plain"])

        let only = try ScrapeFixture([bad, bad])
        let error = try await only.scrape(at: 1).error
        #expect(error?.description.contains("line 2, column 1: another family") == true)
        #expect(error?.description.contains("strict: false") == true)
        let lax = try ScrapeFixture([bad]) { $0.isStrict = false }
        #expect(try await lax.scrape(at: 1).lines.first == "a\(Self.own) 1.0")
    }

    @Test func `what a receiver throws goes on, and nothing is ended`() async throws {
        struct Full: Error {}
        let fixture = try ScrapeFixture([.page("a 1\n")])
        let occasion = Occasion(now: { Instant(milliseconds: 1) })
        await #expect(throws: CollectError.self) {
            _ = try await fixture.source.collect(occasion) { _ in throw Full() }
        }
    }

    @Test(arguments: [
        ("up", "up", true), ("up", "ups", false), ("*", "up", true), ("u*p", "uxxp", true),
        ("u?", "up", true), ("u?", "u", false), ("{a=\"b\"}", "x{a=\"b\"}", true),
        ("{a!=\"b\"}", "x{a=\"b\"}", false), ("{a!=\"b\"}", "x", true), ("{a=\"\"}", "x", true),
        ("x{a=\"*\", c!=\"d*\"}", "x{a=\"b\",c=\"e\"}", true),
        ("x{a=\"*\", c!=\"d*\"}", "x{a=\"b\",c=\"de\"}", false),
        ("a*b*c", "aXbXbc", true), ("a*b*c", "aXbXb", false),
    ])
    func `patterns match names and labels`(pattern: String, series: String, isMatch: Bool) throws {
        let page = try read("\(series) 1".utf8, .text)
        let found = try #require(SeriesPattern(pattern))
        #expect(found.matches(page.round.list[0]) == isMatch)
    }

    @Test(arguments: ["", "{", "a{", "a{b}", "a{b=c}", "a{b=\"c\"", "a b", "a{b=~\"c\"}"])
    func `what is no pattern is refused`(text: String) {
        #expect(SeriesPattern(text) == nil)
    }

    @Test(arguments: [
        ("http://db1/metrics", "db1:80"), ("https://db1/metrics", "db1:443"),
        ("http://DB1:9100", "db1:9100"), ("http://[::1]:9100/x", "[::1]:9100"),
    ])
    func `the instance is host and port`(url: String, instance: String) throws {
        #expect(try ScrapeTarget(url: url).instance == instance)
    }
}
