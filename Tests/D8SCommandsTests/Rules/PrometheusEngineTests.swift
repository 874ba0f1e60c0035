import D8SCollect
import D8SModel
import D8SQuery
import D8STestSupport
import Testing

@testable import D8SCommands

/// Against a real Prometheus, which has to be installed.
struct PrometheusEngineTests {
    private static func embedded(steps: Int = 11_000) -> EmbeddedEngine {
        var settings = EngineSettings()
        settings.lookback = 59_000
        settings.subqueryStep = 1000
        settings.mostSteps = steps
        return EmbeddedEngine(MemoryStorage(EngineSamples.columns), settings: settings)
    }

    private static func server() throws -> PrometheusServer {
        try PrometheusServer(
            samples: EngineSamples.text(inSeconds: true),
            in: try ServerFolder()
        )
    }

    private static func engine(_ server: PrometheusServer) -> RemoteEngine {
        RemoteEngine(PrometheusSource(address: server.address, queries: []))
    }

    @Test func `Prometheus and the embedded engine have the same answers`() async throws {
        let server = try Self.server()
        let comparison = EngineComparison(
            engine: Self.engine(server),
            reference: Self.embedded()
        )
        #expect(EngineSamples.expressions.count >= 30)
        for expression in EngineSamples.expressions {
            let difference = try await comparison.difference(expression)
            #expect(difference == nil, "\(expression)")
        }
        withExtendedLifetime(server) {}
    }

    @Test func `more points than a server answers are asked in parts`() async throws {
        let server = try Self.server()
        let range = QueryRange(
            start: Instant(milliseconds: EngineSamples.start + 60_111),
            end: Instant(milliseconds: EngineSamples.start + 3_500_000),
            step: 200
        )
        #expect(range.count > 11_000)
        let comparison = EngineComparison(
            engine: Self.engine(server),
            reference: Self.embedded(steps: 20_000)
        )
        #expect(try await comparison.difference("sum(memory_bytes)", over: range) == nil)
        withExtendedLifetime(server) {}
    }

    @Test func `what the server says of an expression is told as the engine would`() async throws {
        let server = try Self.server()
        let engine = Self.engine(server)
        let now = Instant(milliseconds: EngineSamples.start + 600_111)
        await #expect {
            _ = try await engine.instant("sum(up) +", at: now)
        } throws: { error in
            guard case QueryError.syntax(_, let line, let column, _) = error else { return false }
            return line == 1 && column == 10
        }
        await #expect {
            _ = try await engine.instant("memory_bytes * on (zone) memory_bytes", at: now)
        } throws: { error in
            guard case QueryError.evaluation(let reason) = error else { return false }
            return reason.contains("found duplicate series")
        }
        withExtendedLifetime(server) {}
    }

    @Test func `a server that is not there is told with its address`() async throws {
        var source = PrometheusSource(address: "http://127.0.0.1:\(FreePort.find())", queries: [])
        source.access.retries = 0
        let engine = RemoteEngine(source)
        await #expect {
            _ = try await engine.instant("up", at: Instant(milliseconds: 0))
        } throws: { error in
            guard case QueryError.storage(let reason) = error else { return false }
            return reason.contains("127.0.0.1")
        }
    }
}
