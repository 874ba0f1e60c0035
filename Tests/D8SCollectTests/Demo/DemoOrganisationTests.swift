import D8SModel
import D8STestSupport
import Testing

@testable import D8SCollect

/// Bounds follow from what the demo's documentation promises, with room for its noise.
@Suite struct DemoOrganisationTests {
    @Test func `the same arguments give the same history and another seed another one`() throws {
        let first = try DemoFixture(services: 3, days: 150).all
        let again = try DemoFixture(services: 3, days: 150).all
        let other = try DemoFixture(services: 3, days: 150, seed: 2).all
        #expect(first == again)
        #expect(first != other)
    }

    /// The first outputs for seed 0 of the reference program in C
    /// (https://prng.di.unimi.it/splitmix64.c).
    @Test func `random numbers are those of the reference`() {
        var random = SplitMix64(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.next() == 0x06C4_5D18_8009_454F)
    }

    @Test func `records fit together`() throws {
        let demo = try DemoFixture()
        #expect(demo.serviceNames.count == 12)
        let ids = demo.all.deployments.map { "\($0.service)/\($0.id)" }
        #expect(Set(ids).count == ids.count)
        let revisions = demo.all.changes.map(\.revision)
        let known = Set(revisions)
        #expect(known.count == revisions.count)
        let unknown = demo.all.deployments.filter { !known.contains($0.revision ?? "") }
        #expect(unknown.isEmpty)
        let orphans = demo.all.changes.filter { !known.isSuperset(of: $0.parents) }
        #expect(orphans.isEmpty)
        let deployed = Set(ids)
        let links =
            demo.all.changes.map { "\($0.service)/\($0.deployment ?? "")" }
            + demo.all.incidents.map { "\($0.service)/\($0.deployment ?? "")" }
        #expect(deployed.isSuperset(of: links))
        #expect(demo.all.changes.contains { $0.isMerge })
        #expect(demo.report.read == demo.all.count - demo.all.services.count)
    }

    @Test func `times are in order`() throws {
        let demo = try DemoFixture()
        let finished = Dictionary(
            uniqueKeysWithValues: demo.all.deployments.map {
                ("\($0.service)/\($0.id)", $0.finished)
            }
        )
        for change in demo.all.changes {
            let end = try #require(finished["\(change.service)/\(change.deployment ?? "")"])
            let merged = try #require(change.merged)
            #expect(change.authored <= change.committed)
            #expect(change.committed <= merged)
            #expect(merged <= end)
        }
        #expect(demo.all.deployments.allSatisfy { ($0.started ?? $0.finished) <= $0.finished })
        #expect(
            demo.all.incidents.allSatisfy { $0.opened < $0.resolved ?? .init(milliseconds: .max) }
        )
        let last = Zone.utc.start(of: demo.end.adding(days: 1))
        #expect(demo.all.deployments.allSatisfy { $0.finished < last })
    }

    @Test func `nobody works on weekends, holidays and at the end of the year`() throws {
        let days = Set(try DemoFixture().all.deployments.map { Zone.utc.day(of: $0.finished) })
        #expect(days.allSatisfy { $0.weekday < 6 })
        // Good Friday and Easter Monday of 2026, Christmas and New Year's Eve of 2025.
        for date in ["2026-04-03", "2026-04-06", "2025-12-25", "2025-12-31"] {
            let day = try #require(Day(iso8601: date))
            #expect(!days.contains(day), "\(date)")
        }
        let workday = try #require(Day(iso8601: "2026-04-07"))
        #expect(days.contains(workday))
    }

    @Test func `every fault is listed, begins where it is said to, and shows`() throws {
        let demo = try DemoFixture()
        let (start, end) = (demo.end.adding(days: -300), demo.end)
        #expect(demo.organisation.plants.map(\.kind) == Plant.Kind.allCases)
        let failing = try #require(demo.plant(.failRate))
        #expect(
            demo.failRate(of: failing.service, from: start, to: failing.since.adding(days: -1))
                < 0.1
        )
        #expect(demo.failRate(of: failing.service, from: failing.since, to: end) > 0.3)
        let slow = try #require(demo.plant(.leadTime))
        let before = demo.medianLead(of: slow.service, from: start, to: slow.since.adding(days: -1))
        let after = demo.medianLead(of: slow.service, from: slow.since, to: end)
        #expect((8...12).contains(before))
        #expect((45...80).contains(after))
        let silent = try #require(demo.plant(.silence))
        #expect(demo.deployments(of: silent.service, from: silent.since, to: end).isEmpty)
        let open = demo.all.incidents.filter { $0.resolved == nil }
        #expect(open.map(\.service) == [demo.plant(.openIncident)?.service])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `services without a fault are steady`(_ seed: UInt64) throws {
        let demo = try DemoFixture(seed: seed)
        #expect(demo.steady.count == 8)
        for service in demo.steady {
            let recent = demo.end.adding(days: -89)
            let past = recent.adding(days: -90)
            let now = demo.deployments(of: service, from: recent, to: demo.end).count
            let then = demo.deployments(of: service, from: past, to: recent.adding(days: -1)).count
            #expect((0.75...1.35).contains(Double(now) / Double(then)), "\(service)")
            let rate = demo.failRate(of: service, from: recent, to: demo.end)
            #expect((0...0.12).contains(rate), "\(service)")
            let lead = demo.medianLead(of: service, from: recent, to: demo.end)
            let earlier = demo.medianLead(of: service, from: past, to: recent.adding(days: -1))
            #expect((0.6...1.6).contains(lead / earlier), "\(service)")
            #expect(demo.deployments(of: service, from: demo.end, to: demo.end).count > 0)
        }
    }

    @Test func `repairs are over within three hours and end their incident`() throws {
        let demo = try DemoFixture()
        let repairs = demo.all.deployments.filter { $0.rework != nil }
        #expect(repairs.contains { $0.rework == .hotfix })
        #expect(repairs.contains { $0.rework == .rollback })
        let resolved = demo.all.incidents.filter { $0.resolved != nil }
        #expect(repairs.count == resolved.count)
        #expect(
            resolved.allSatisfy { ($0.resolved ?? $0.opened).seconds(since: $0.opened) <= 7200 }
        )
    }

    @Test(arguments: [(1, 1), (1, 400), (5, 30), (0, 0), (60, 10)])
    func `small and strange sizes work`(_ services: Int, _ days: Int) throws {
        let demo = try DemoFixture(services: services, days: days)
        #expect(demo.serviceNames.count == max(1, services))
        #expect(demo.organisation.plants.isEmpty == (days < 120))
    }

    @Test func `batches stay small`() throws {
        #expect(try DemoFixture().largestBatch < 5100)
    }
}
