import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SQuery

/// Ten minutes of three real targets, with the answers of Prometheus 2.42 to 13 range queries.
@Suite(.enabled(if: SharedData.has("live-scrape"), "the shared data is not there"))
struct LiveScrapeTests {
    private static let folder = "live-scrape"

    @Test func `the answers are those of Prometheus over the same samples`() async throws {
        var settings = EngineSettings()
        settings.isPrometheus2 = true
        let text = try SharedData.text("\(Self.folder)/expected_query_range.json")
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let all = try #require(object as? [String: Any])
        let range = QueryRange(
            start: Instant(seconds: try #require(all["start"] as? Int64)),
            end: Instant(seconds: try #require(all["end"] as? Int64)),
            step: try #require(all["step"] as? Int64) * 1000
        )
        let queries = try #require(all["queries"] as? [String: [String: Any]])
        #expect(queries.count == 13)
        let expressions = queries.values.compactMap { $0["promql"] as? String }.joined()
        let storage = MemoryStorage(try Self.samples { expressions.contains($0) })
        let engine = EmbeddedEngine(storage, settings: settings)
        for (name, query) in queries.sorted(by: { $0.key < $1.key }) {
            let expression = try #require(query["promql"] as? String)
            let answer = try await engine.range(expression, over: range)
            let expected = try #require(query["result"] as? [[String: Any]])
            let difference = try JSONAnswer(answer.json)
                .difference(from: JSONAnswer(result: expected))
            #expect(difference == nil, "\(name)")
        }
    }

    /// The samples of all pages, their time that of the file's name.
    private static func samples(
        where isWanted: (_ metric: Substring) -> Bool
    ) throws -> [SampleColumn] {
        var columns: [Series: SampleColumn] = [:]
        for file in SharedData.files(in: "\(folder)/raw", endingIn: ".prom") {
            let name = file.dropLast(5).split(separator: "-")
            let seconds = try #require(name.last.flatMap { Int64($0) })
            let job = Label("job", name.dropLast().joined(separator: "-"))
            let page = try SharedData.text("\(folder)/raw/\(file)")
            for line in page.split(separator: "\n") where !line.hasPrefix("#") {
                guard isWanted(line.prefix { $0 != "{" && $0 != " " }) else { continue }
                let series = try TestSeries(String(line), at: 0)
                guard case .number(let value)? = series.values.first else { continue }
                let key = Series(metric: series.series.metric, labels: series.series.labels + [job])
                columns[key, default: SampleColumn(series: key, times: [], values: [])]
                    .append(seconds * 1000, value)
            }
        }
        return columns.values.sorted { $0.series < $1.series }
    }
}

extension SampleColumn {
    mutating func append(_ time: Int64, _ value: Double) {
        times.append(time)
        values.append(value)
    }
}
