import D8STestSupport
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `d8s collect` against real servers, as somebody runs it.
struct CollectServerTests {
    /// One of each kind of metric, with what makes labels hard.
    private static let page = #"""
        # HELP requests_total Requests.
        # TYPE requests_total counter
        requests_total{path="/a\\b",say="\"hello\"\nworld"} 1027
        requests_total{path="/ü",job="mine"} 3.5e2
        # TYPE wait_seconds histogram
        wait_seconds_bucket{le="0.1"} 2
        wait_seconds_bucket{le="+Inf"} 5
        wait_seconds_sum 1.25
        wait_seconds_count 5
        # TYPE temperature gauge
        temperature -0.125
        nothing NaN
        """# + "\n"

    private func site() throws -> NginxServer {
        let folder = try ServerFolder()
        try folder.write(Self.page, to: "www/metrics.txt", mode: 0o644)
        return try NginxServer("gzip on; gzip_types text/plain;", in: folder)
    }

    private func folder(_ sources: String) throws -> (Scratch, Program) {
        let scratch = try Scratch()
        try scratch.write("organisation: Acme\nsources:\n\(sources)\n", to: "d8s.yaml")
        return (scratch, Program(folder: scratch.folder))
    }

    /// Series by their labels as JSON with sorted keys, with their last values as text.
    private func exported(_ program: Program) throws -> [String: String] {
        let result = try program.run("export", "samples", "--format", "jsonl")
        #expect(result.status == 0, "\(result.errors)")
        var series: [String: String] = [:]
        for line in result.output.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let values = object?["values"] as? [Any]
            series[try Self.key(object?["metric"])] = values?.last.map { "\($0)" }
        }
        return series
    }

    private static func key(_ labels: Any?) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: try #require(labels),
            options: .sortedKeys
        )
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `what is stored of a target is what Prometheus stores of it`() async throws {
        let site = try site()
        let target = "127.0.0.1:\(site.port)"
        let config = """
            scrape_configs:
              - job_name: page
                scrape_interval: 1s
                metrics_path: /metrics.txt
                static_configs: [{targets: ['\(target)']}]
            """
        let prometheus = try PrometheusServer(configuration: config, in: try ServerFolder())
        let (scratch, program) = try folder(
            "  - scrape: http://\(target)/metrics.txt\n    job: page"
        )
        defer { scratch.remove() }
        let collected = try program.run("collect")
        #expect(collected.status == 0, "\(collected.errors)")
        let ours = try exported(program).filter { !$0.key.contains("\"scrape_") }

        var theirs: [String: String] = [:]
        for _ in 0..<100 where theirs.count < ours.count {
            try await Task.sleep(for: .milliseconds(100))
            let query = "/api/v1/query?query=%7B__name__%3D~%22.%2B%22%7D"
            let url = try #require(URL(string: prometheus.address + query))
            let (data, _) = try await URLSession.shared.data(from: url)
            let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let result = (answer?["data"] as? [String: Any])?["result"] as? [[String: Any]] ?? []
            theirs = try Dictionary(
                uniqueKeysWithValues: result.map { sample in
                    let value = (sample["value"] as? [Any])?.last
                    return (try Self.key(sample["metric"]), "\(value ?? "")")
                }
            ).filter { !$0.key.contains("\"scrape_") }
        }
        withExtendedLifetime((site, prometheus)) {}
        #expect(ours.count == 9)
        #expect(Set(ours.keys) == Set(theirs.keys))
        for (series, value) in ours {
            let other = theirs[series].flatMap(Double.init)
            #expect(Double(value)?.bitPattern == other?.bitPattern || value == "NaN", "\(series)")
        }
    }

    @Test func `a collector that is killed loses the round in flight at most`() async throws {
        let site = try site()
        let (scratch, program) = try folder(
            "  - scrape: http://127.0.0.1:\(site.port)/metrics.txt\n    job: page\n    every: 1s"
        )
        defer { scratch.remove() }
        for round in 1...4 {
            let files = try Scratch()
            defer { files.remove() }
            let process = try program.start(["collect", "--watch"], files: files)
            try await Task.sleep(for: .milliseconds(1_300 + 170 * round))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let result = try program.run("export", "samples", "--metric", "up")
            #expect(result.status == 0, "\(result.errors)")
            // The first round is stored before the second begins, a second later.
            let samples = result.output.split(separator: "\n").count - 1
            #expect(samples >= round, "\(result.output)")
        }
        let sources = try program.run("sources")
        #expect(sources.output.contains("series         "), "\(sources.output)")
        withExtendedLifetime(site) {}
    }

    @Test func `a watching collector ends when it is asked to, with status 0`() async throws {
        let site = try site()
        let (scratch, program) = try folder(
            "  - scrape: http://127.0.0.1:\(site.port)/metrics.txt\n    every: 1s"
        )
        defer { scratch.remove() }
        let files = try Scratch()
        defer { files.remove() }
        let process = try program.start(["collect", "--watch"], files: files)
        try await Task.sleep(for: .milliseconds(2_500))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(process.terminationReason == .exit)
        #expect(try files.text("errors").contains("Ended as asked"))
        withExtendedLifetime(site) {}
    }

    @Test func `one that fails stops no other, and its attempt is remembered`() throws {
        let site = try site()
        let dead = FreePort.find()
        let (scratch, program) = try folder(
            """
              - scrape: http://127.0.0.1:\(dead)/metrics
                job: dead
              - scrape: http://127.0.0.1:\(site.port)/metrics.txt
                job: page
            """
        )
        defer { scratch.remove() }
        let check = try program.run("check")
        #expect(check.status == 1)
        #expect(check.output.contains("would bring 13 samples of 13 series"), "\(check.output)")
        let collected = try program.run("collect")
        #expect(collected.status == 1)
        let sources = try program.run("sources").output
        #expect(sources.contains("cannot be reached: connection refused"), "\(sources)")
        let items = try program.run("items").output
        #expect(items.contains("Source scrape:dead/127.0.0.1:\(dead) was never collected"))
        #expect(!items.contains("scrape:page"), "\(items)")
        withExtendedLifetime(site) {}
    }
}
