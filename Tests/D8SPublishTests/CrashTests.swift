import D8SModel
import D8STestSupport
import Foundation
import Synchronization
import Testing

@testable import D8SPublish

/// Counts steps and cuts the publisher off at one of them.
private final class Cut: Sendable {
    private let taken = Mutex(0)
    private let limit: Int

    init(after limit: Int) {
        self.limit = limit
    }

    var steps: Int { taken.withLock { $0 } }

    func world(exchange: @escaping @Sendable (String, String) -> Int32 = Disk.exchange) -> World {
        World(
            atStep: { _ throws(PublishError) in
                let count = self.taken.withLock { taken in
                    taken += 1
                    return taken
                }
                if count >= self.limit { throw .stopped }
            },
            isDurable: false,
            exchange: exchange
        )
    }
}

@Suite struct CrashTests {
    @Sendable private static func cannotExchange(_ one: String, _ other: String) -> Int32 { EINVAL }

    private typealias Exchange = @Sendable (String, String) -> Int32

    private func publish(_ day: String, _ scratch: Scratch, _ world: World) async throws {
        _ = try await scratch.publisher(world: world).publish(
            site(day),
            night: night(day),
            summary: summary
        )
    }

    /// Whether the third night was cut off.
    private func isCutOff(
        after limit: Int,
        _ scratch: Scratch,
        _ exchange: @escaping Exchange
    )
        async throws -> Bool
    {
        do {
            try await publish("2026-11-20", scratch, Cut(after: limit).world(exchange: exchange))
            return false
        } catch {
            guard error as? PublishError == .stopped else { throw error }
            return true
        }
    }

    /// Publishes two nights undisturbed and cuts the third off at each of its steps; what the third
    /// has to look like comes from a folder where nothing went wrong.
    private func check(
        exchange: @escaping Exchange,
        first: @escaping Exchange,
        mayBeAside: Bool = false
    ) async throws {
        let reference = try Scratch()
        for day in ["2026-11-18", "2026-11-19", "2026-11-20"] {
            try await publish(day, reference, World.quick)
        }
        let new = reference.bytes()
        let prepared = try Scratch()
        try await publish("2026-11-18", prepared, World(isDurable: false, exchange: first))
        try await publish("2026-11-19", prepared, World(isDurable: false, exchange: first))
        let old = prepared.bytes()
        #expect(!old.isEmpty)
        for limit in 1...1000 {
            let scratch = try Scratch()
            for name in ["output", ".output.d8s"] {
                try FileManager.default.copyItem(
                    atPath: prepared.path + "/" + name,
                    toPath: scratch.path + "/" + name
                )
            }
            guard try await isCutOff(after: limit, scratch, exchange) else {
                #expect(limit > 30, "the publisher has many steps")
                return
            }
            let left = scratch.bytes()
            let isAside = mayBeAside && left.isEmpty
            #expect(left == old || left == new || isAside, "after step \(limit)")
            try await publish("2026-11-20", scratch, World(isDurable: false, exchange: exchange))
            #expect(scratch.bytes() == new, "the run after step \(limit)")
            let work = try FileManager.default.contentsOfDirectory(
                atPath: scratch.path + "/.output.d8s"
            )
            #expect(!work.contains("staging") && !work.contains("old") && !work.contains("link"))
        }
        Issue.record("the publisher never ended")
    }

    @Test func `a run cut off at any step leaves a whole edition, and the next one succeeds`()
        async throws
    {
        try await check(exchange: Disk.exchange, first: Disk.exchange)
    }

    @Test func `the same holds where the target is a link`() async throws {
        try await check(exchange: Self.cannotExchange, first: Self.cannotExchange)
    }

    @Test func `a folder that becomes a link is mended by the next run`() async throws {
        try await check(exchange: Self.cannotExchange, first: Disk.exchange, mayBeAside: true)
    }

    @Test func `a first run cut off at any step leaves nothing or everything`() async throws {
        for limit in 1...1000 {
            let scratch = try Scratch()
            guard try await isCutOff(after: limit, scratch, Disk.exchange) else { return }
            #expect([0, 8].contains(scratch.tree().count), "after step \(limit)")
        }
        Issue.record("the publisher never ended")
    }

    @Test func `an error on the way leaves the old edition and no staging folder`() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publisher().publish(
            site("one"),
            night: night("2026-11-19"),
            summary: summary
        )
        let old = scratch.bytes()
        let world = World(
            atStep: { step throws(PublishError) in
                if step == .recorded { throw Disk.failure("write", "x", ENOSPC) }
            })
        let error = await #expect(throws: PublishError.self) {
            try await scratch.publisher(world: world).publish(
                site("two"),
                night: night("2026-11-20"),
                summary: summary
            )
        }
        #expect(error?.description == "cannot write x: No space left on device")
        #expect(scratch.bytes() == old)
        #expect(!scratch.exists(".output.d8s/staging"))
    }
}
