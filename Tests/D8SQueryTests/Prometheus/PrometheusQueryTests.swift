import D8SModel
import D8STestSupport
import Testing

@testable import D8SQuery

/// The same expressions over the same samples as a real Prometheus, which has to be installed.
struct PrometheusQueryTests {
    /// A little off a minute, so that no window ends at a sample.
    private static let start = Instant(milliseconds: (ComparedSamples.start + 3600) * 1000 + 123)
    private static let range = QueryRange(
        start: start.adding(seconds: -1800),
        end: start.adding(seconds: 3000),
        step: 83_000
    )

    @Test func `more than a hundred expressions have the answers of Prometheus`() async throws {
        let folder = try ServerFolder()
        let server = try PrometheusServer(samples: ComparedSamples.openMetrics, in: folder)
        let answers = try Self.ask(server, in: folder)
        var settings = EngineSettings()
        settings.lookback = 59_000
        settings.subqueryStep = 1000
        let engine = EmbeddedEngine(MemoryStorage(ComparedSamples.columns), settings: settings)
        let expressions = ComparedExpressions.all
        #expect(expressions.count > 100)
        try #require(answers.count == expressions.count * 2)
        for (number, expression) in expressions.enumerated() {
            let instant = try await engine.instant(expression, at: Self.start)
            let isOrdered = expression.hasPrefix("sort") || expression.hasPrefix("topk")
            try Self.compare(instant, answers[number * 2], "\(expression)", isOrdered)
            let ranged = try await engine.range(expression, over: Self.range)
            try Self.compare(ranged, answers[number * 2 + 1], "\(expression) in a range", false)
        }
    }

    private static func compare(
        _ answer: QueryAnswer,
        _ expected: String,
        _ name: String,
        _ isOrdered: Bool
    ) throws {
        let wanted = try JSONAnswer(expected)
        let difference = try JSONAnswer(answer.json).difference(from: wanted, isOrdered: isOrdered)
        #expect(difference == nil, "\(name)")
    }

    /// Prometheus' answers, an instant and a range for each expression.
    private static func ask(
        _ server: PrometheusServer,
        in folder: ServerFolder
    ) throws -> [String] {
        let time = "time=\(seconds(start))"
        let range = "start=\(seconds(range.start))&end=\(seconds(range.end))&step=83"
        var lines = ["silent", "write-out = \"\\n\""]
        for expression in ComparedExpressions.all {
            let query = "query=\(encoded(expression))"
            lines.append("url = \"\(server.address)/api/v1/query?\(time)&\(query)\"")
            lines.append("url = \"\(server.address)/api/v1/query_range?\(range)&\(query)\"")
        }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "queries.txt")
        return try folder.run(["curl", "--globoff", "--config", "queries.txt"])
            .split(separator: "\n").map(String.init)
    }

    private static func seconds(_ instant: Instant) -> String {
        let rest = String(instant.milliseconds % 1000 + 1000).dropFirst()
        return "\(instant.milliseconds / 1000).\(rest)"
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
