import D8SCollect
import D8SModel
import Synchronization

@testable import D8SCommands

/// A server that answers what was recorded, each answer once, by the beginning of the address behind
/// the host; an empty list is the answer to all else.
final class RecordedServer: HTTPTransport {
    private struct State {
        var answers: [(start: String, body: String)]
        var asked: [String] = []
    }

    private let state: Mutex<State>

    /// The first answer counts whose beginning fits.
    init(_ answers: [(String, String)]) {
        state = Mutex(State(answers: answers.map { (start: $0.0, body: $0.1) }))
    }

    func send(_ request: HTTPRequest) async throws(CollectError) -> HTTPAnswer {
        let parts = request.url.split(separator: "/", maxSplits: 2)
        let target = "/" + (parts.count > 2 ? parts[2] : "")
        let body = state.withLock { state in
            state.asked.append(target)
            let place = state.answers.firstIndex { target.hasPrefix($0.start) }
            return place.map { state.answers.remove(at: $0).body } ?? "[]"
        }
        return HTTPAnswer(status: 200, body: Array(body.utf8))
    }

    var targets: [String] { state.withLock(\.asked) }
}

/// What a source delivered.
struct Delivered {
    var batches: [RecordBatch] = []
    var report: CollectReport?
    var error: String?

    var deployments: [Deployment] { batches.flatMap(\.deployments) }
    var incidents: [Incident] { batches.flatMap(\.incidents) }
    var runs: [Run] { batches.flatMap(\.runs) }
    var alerts: [Alert] { batches.flatMap(\.alerts) }
    var columns: [SampleColumn] { batches.flatMap(\.columns) }
    /// Those that are not forgotten.
    var cursors: [String: String] {
        batches.reduce(into: [:]) { all, batch in
            for (name, value) in batch.cursors { all[name] = value }
        }
    }

    /// Collects with a shipped declaration.
    static func collect(
        _ name: String,
        _ parameters: [String: String],
        requests: [String]? = nil,
        from server: RecordedServer,
        now: Instant,
        cursors: [String: String] = [:]
    ) async throws -> Delivered {
        guard let declaration = try RESTDeclarations.named(name, in: "/") else {
            return Delivered(error: "there is no \(name)")
        }
        let source = RESTSource(
            declaration: declaration,
            parameters: declaration.values(parameters),
            transport: server,
            requests: requests
        )
        let batches = Mutex<[RecordBatch]>([])
        var delivered = Delivered()
        do throws(CollectError) {
            let occasion = Occasion(now: { now }, cursors: cursors)
            delivered.report = try await source.collect(occasion) { batch in
                batches.withLock { $0.append(batch) }
            }
        } catch {
            delivered.error = "\(error)"
        }
        delivered.batches = batches.withLock(\.self)
        return delivered
    }
}
