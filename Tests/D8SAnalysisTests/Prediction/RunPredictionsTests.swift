import D8SAnalysis
import D8SModel
import Foundation
import Testing

/// Made runs of which it is known how likely they were to fail and how long they took.
struct RunPredictionsTests {
    private let asOf = Instant(seconds: 1_800_000_000)

    /// Hourly runs of a pipeline, the last an hour before the end.
    private func runs(
        _ pipeline: String,
        count: Int,
        seed: UInt64,
        task: String? = nil,
        failing: (Int) -> Double,
        seconds: (inout Xoshiro, Int) -> Double = { random, _ in 60 * exp(0.3 * random.normal()) }
    ) -> [Run] {
        var random = Xoshiro(seed: seed)
        return (0..<count).map { number in
            let created = asOf.adding(seconds: Double(number - count) * 3600)
            let isFailure = random.unit() < failing(number)
            return Run(
                id: "\(pipeline)-\(task ?? "")-\(number)",
                kind: task == nil ? .pipeline : .task,
                pipeline: pipeline,
                task: task,
                created: created,
                started: created,
                finished: created.adding(seconds: seconds(&random, number)),
                status: isFailure ? .failure : .success
            )
        }
    }

    @Test func `pipelines of different known probabilities are told apart and calibrated`() throws {
        let shares = ["a": 0.02, "b": 0.1, "c": 0.3, "d": 0.6]
        let all = shares.keys.sorted().enumerated().flatMap { place, name in
            runs(name, count: 600, seed: UInt64(place + 1)) { _ in shares[name] ?? 0 }
        }
        let found = RunPredictions(all, asOf: asOf)
        let score = try #require(found.failures[.pipeline])
        #expect(try #require(score.skill) > 0.2)
        // The best that can be said is the probability itself: its Brier score is p (1 - p).
        let best = shares.values.reduce(0) { $0 + $1 * (1 - $1) } / 4
        #expect(try #require(score.brier) < best * 1.05)
        for bin in score.bins where bin.n >= 100 {
            let stated = try #require(bin.stated)
            let slack = 3 * (stated * (1 - stated) / Double(bin.n)).squareRoot() + 0.02
            #expect(abs(Double(bin.k) / Double(bin.n) - stated) < slack)
        }
        for prediction in found.next {
            let share = try #require(shares[prediction.subject.name])
            let interval = try #require(prediction.failureInterval)
            #expect(interval.low <= share * 1.5 && share * 0.5 <= interval.high)
        }
    }

    @Test func `one pipeline whose probability never changes is no better known than its share`() {
        var withheld = 0
        for seed in 1...10 {
            let all = runs("a", count: 400, seed: UInt64(seed)) { _ in 0.2 }
            let found = RunPredictions(all, asOf: asOf).next[0]
            if found.failure == nil { withheld += 1 }
            if let failure = found.failure { #expect(abs(failure - 0.2) < 0.15) }
        }
        #expect(withheld >= 5)
    }

    /// 200 such histories simulated with NumPy, foretold by the same formulas, have skills from 0.21
    /// to 0.49, half of them under 0.39: each break costs some runs until it is known.
    @Test func `a pipeline that broke is likely to fail again`() throws {
        let all =
            runs("a", count: 300, seed: 3) { $0 % 100 >= 80 ? 0.9 : 0.05 }
            + runs("b", count: 300, seed: 4) { _ in 0.05 }
        let found = RunPredictions(all, asOf: asOf)
        let broken = try #require(found.next.first { $0.subject.name == "a" })
        #expect(try #require(broken.failure) > 0.5)
        #expect(try #require(found.failures[.pipeline]?.skill) > 0.2)
    }

    @Test(arguments: [0.05, 0.5, 1.5])
    func `intervals of durations hold what they promise`(spread: Double) throws {
        let all = runs("a", count: 1000, seed: 9, failing: { _ in 0 }) { random, _ in
            90 * exp(spread * random.normal())
        }
        let found = RunPredictions(all, asOf: asOf).next[0]
        let share = try #require(found.durationScore.share)
        #expect((0.88...0.92).contains(share), "\(share)")
        #expect(abs(try #require(found.duration) / 90 - 1) < 0.6 * spread + 0.01)
    }

    @Test func `durations that drift and jump are still covered`() throws {
        let all = runs("a", count: 1200, seed: 10, failing: { _ in 0 }) { random, number in
            (number > 700 ? 300 : 60) * exp(Double(number) / 1000 + 0.2 * random.normal())
        }
        let share = try #require(RunPredictions(all, asOf: asOf).next[0].durationScore.share)
        #expect((0.87...0.93).contains(share), "\(share)")
    }

    @Test func `durations of the same whole seconds are not withheld`() throws {
        let all = runs("a", count: 200, seed: 11, failing: { _ in 0 }) { _, _ in 4 }
        let found = RunPredictions(all, asOf: asOf).next[0]
        #expect(found.durationWithheld == nil)
        #expect(abs(try #require(found.duration) - 4) < 1e-9)
    }

    @Test func `few runs say nothing`() throws {
        let found = RunPredictions(runs("a", count: 12, seed: 1) { _ in 0.5 }, asOf: asOf).next[0]
        #expect(found.runs == 12)
        #expect(found.failure == nil)
        #expect(found.failureWithheld == .few(2))
        #expect(found.durationWithheld != nil)
    }

    @Test func `what ended later, was stopped, or still runs is not known`() {
        var all = runs("a", count: 40, seed: 1) { _ in 0 }
        all[3].status = .cancelled
        all[4].status = .running
        all[39].finished = asOf.adding(seconds: 60)
        #expect(RunPredictions(all, asOf: asOf).next[0].runs == 37)
        #expect(RunPredictions([], asOf: asOf).next.isEmpty)
    }

    @Test func `a run is not foretold by one that ended after it was created`() {
        // Every run ends after all were created: nothing was known of any of them.
        let all = runs("a", count: 60, seed: 1, failing: { _ in 0.5 }) { _, _ in 100 * 3600 }
        let found = RunPredictions(all, asOf: asOf.adding(seconds: 1e6)).next[0]
        #expect(found.runs == 60)
        #expect(found.failureScore.n == 0)
    }

    @Test func `tasks are named after the pipeline that they are part of`() {
        var all = runs("build", count: 1, seed: 1) { _ in 0 }
        var task = runs("golang-test", count: 1, seed: 2, task: "test") { _ in 0 }
        task[0].parent = all[0].id
        task[0].namespace = "ci"
        all += task
        let names = RunPredictions(all, asOf: asOf).next.map(\.subject.name)
        #expect(names == ["build", "ci:build/test"])
    }
}
