import D8SModel
import Synchronization

@testable import D8SCollect

/// A target that answers with pages, one after the other, and keeps what was asked.
final class FakeTarget: HTTPTransport {
    enum Step: Sendable {
        case page(String, type: String = "text/plain")
        case status(Int)
        case failure(CollectError)
    }

    private let state: Mutex<(steps: [Step], requests: [HTTPRequest])>

    init(_ steps: [Step]) {
        state = Mutex((steps, []))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        let step = state.withLock { state in
            state.requests.append(request)
            return state.steps.isEmpty ? .status(500) : state.steps.removeFirst()
        }
        switch step {
        case .page(let text, let type):
            let header = HTTPRequest.Header("content-type", type)
            return HTTPAnswer(status: 200, headers: [header], body: Array(text.utf8))
        case .status(let status): return HTTPAnswer(status: status)
        case .failure(let error): throw error
        }
    }
}

/// A source with its target, and what it delivered.
struct ScrapeFixture {
    let target: FakeTarget
    let source: ScrapeSource
    private let batches = Box()

    private final class Box: Sendable {
        let batches = Mutex<[RecordBatch]>([])
    }

    init(
        _ steps: [FakeTarget.Step],
        _ change: (inout ScrapeTarget) -> Void = { _ in }
    ) throws {
        target = FakeTarget(steps)
        var configured = try ScrapeTarget(url: "http://db1:9100/metrics", job: "node")
        change(&configured)
        source = ScrapeSource(configured, transport: target)
    }

    /// Scrapes at this time; gives the samples as `series value`, without the scrape's duration.
    func scrape(at time: Int64) async throws -> (lines: [String], error: CollectError?) {
        batches.batches.withLock { $0 = [] }
        let occasion = Occasion(now: { Instant(milliseconds: time) })
        var thrown: CollectError?
        do throws(CollectError) {
            _ = try await source.collect(occasion) { [batches] batch in
                batches.batches.withLock { $0.append(batch) }
            }
        } catch {
            thrown = error
        }
        return (lines(), thrown)
    }

    var metrics: [Metric] { batches.batches.withLock { $0.flatMap(\.metrics) } }
    var rounds: [SampleRound] { batches.batches.withLock { $0.flatMap(\.rounds) } }

    private func lines() -> [String] {
        rounds.flatMap { round in
            round.positions.indices.compactMap { index in
                let series = round.list[Int(round.positions[index])]
                guard series.metric != "scrape_duration_seconds" else { return nil }
                let value = round.values[index]
                return "\(series) \(value.isStaleMarker ? "stale" : "\(value)")"
            }
        }
    }
}
