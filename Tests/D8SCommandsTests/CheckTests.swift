import D8SCollect
import D8SModel
import Synchronization
import Testing

@testable import D8SCommands

struct CheckTests {
    private let start = Instant(seconds: 1_790_000_000)

    private func lines(of collector: Endless) async -> [String] {
        let ticks = Mutex(0)
        let start = start
        let occasion = Occasion(now: {
            ticks.withLock { ticks in
                ticks += 1
                return start.adding(seconds: Double(ticks))
            }
        })
        let source = SourceConfiguration(name: "x", interval: 60, collector: collector)
        return CheckWords(answer: await Check(occasion: occasion).run(source)).lines
    }

    @Test func `a source that goes on is left after a while`() async {
        let lines = await lines(of: Endless(batches: 1_000_000))
        #expect(lines == ["ok  would bring 12 samples of 2 series, and more"])
    }

    @Test func `what a source would bring is counted`() async {
        let lines = await lines(of: Endless(batches: 1))
        #expect(lines == ["ok  would bring 2 samples of 2 series"])
    }

    @Test func `a source with nothing new is fine`() async {
        let lines = await lines(of: Endless(batches: 0))
        #expect(lines == ["ok  would bring nothing new"])
    }

    @Test func `a source that cannot be read says why`() async {
        let lines = await lines(of: Endless(batches: -1))
        #expect(lines == ["FAILED  http://x cannot be reached: connection refused."])
    }
}

/// Delivers batches of two samples of two series.
private struct Endless: Collector {
    let kind = "endless"
    /// How many; below 0 it fails.
    let batches: Int

    func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        guard batches >= 0 else {
            throw .unreachable(address: "http://x", reason: "connection refused")
        }
        let list = SeriesList([Series(metric: "a"), Series(metric: "b")])
        for _ in 0..<batches {
            let round = SampleRound(list: list, positions: [0, 1], times: [1, 1], values: [1, 2])
            do {
                try sink(RecordBatch(rounds: [round]))
            } catch {
                throw .delivery(error)
            }
        }
        return CollectReport()
    }
}
