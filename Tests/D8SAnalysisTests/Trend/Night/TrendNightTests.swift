import D8SModel
import Testing

@testable import D8SAnalysis

/// Four weeks of a made-up measure, hour by hour.
struct TrendNightTests {
    private let asOf = Instant(seconds: 1_800_000_000)
    private let hours = 28 * 24 + 1

    private func pack(
        harm: Harm = .up,
        thresholds: [PackThreshold] = []
    ) throws -> (Pack, PackMeasure) {
        let measure = PackMeasure(
            name: MeasureName(rawValue: "demo.wait", title: "Wait", unit: .seconds, harm: harm),
            query: "wait",
            thresholds: thresholds
        )
        let kind = try #require(Entity.Kind(rawValue: "host"))
        let pack = Pack(
            name: "demo",
            title: "Demo",
            about: "Hosts of a test.",
            entity: PackEntity(kind: kind, plural: "hosts", labels: ["instance"]),
            needs: ["wait"],
            measures: [measure],
            panels: [],
            file: "demo.yaml"
        )
        return (pack, measure)
    }

    private func line(_ name: String, _ values: [Double]) -> MeasureReading.Line {
        let start = asOf.milliseconds - Int64(values.count - 1) * 3_600_000
        return MeasureReading.Line(
            series: Series(metric: "wait", labels: [Label("instance", name)]),
            times: values.indices.map { start + Int64($0) * 3_600_000 },
            values: values
        )
    }

    private func findings(
        _ lines: [MeasureReading.Line],
        harm: Harm = .up,
        thresholds: [PackThreshold] = [],
        besides known: [Finding] = []
    ) async throws -> [Finding] {
        let (pack, measure) = try pack(harm: harm, thresholds: thresholds)
        var night = TrendNight(asOf: asOf)
        await night.look(at: lines, of: measure, pack)
        return night.findings(besides: known, format: Format(zone: .utc))
    }

    /// White, autocorrelated, seasonal and wandering noise, seven series of each.
    private func healthy(seed: UInt64, count: Int = 28) -> [[Double]] {
        var random = Xoshiro(seed: seed)
        return (0..<count).map { number in
            var state = 0.0
            return (0..<hours).map { hour in
                let noise = random.normal()
                switch number % 4 {
                case 0: return 50 + noise
                case 1:
                    state = 0.8 * state + noise
                    return 50 + state
                case 2: return 50 + (hour % 24 < 8 ? 0 : 10) + noise
                default:
                    state += noise
                    return 200 + state
                }
            }
        }
    }

    @Test func `healthy series raise nothing`() async throws {
        let lines = healthy(seed: 7).enumerated().map { line("h\($0)", $1) }
        #expect(try await findings(lines).map(\.rule) == [])
    }

    @Test func `a level that shifted three days ago is one item that says when`() async throws {
        var lines = healthy(seed: 11, count: 8)
        for hour in (hours - 72)..<hours { lines[0][hour] += 30 }
        let found = try await findings(lines.enumerated().map { line("h\($0)", $1) })
        #expect(found.map(\.rule) == ["measure-shift-demo-wait"])
        let finding = try #require(found.first)
        #expect(finding.entity.name == "h0")
        #expect(finding.severity == .warning)
        let since = try #require(finding.since)
        #expect(abs(asOf.seconds(since: since) - 71 * 3600) <= 2 * 3600)
        #expect(finding.evidence.series?.change == since)
    }

    @Test func `hours of the last night that are unlike others are one item`() async throws {
        var lines = healthy(seed: 13, count: 8)
        for hour in (hours - 12)..<(hours - 9) { lines[2][hour] += 200 }
        let found = try await findings(lines.enumerated().map { line("h\($0)", $1) })
        #expect(found.map(\.rule) == ["measure-odd-demo-wait"])
        #expect(found.first?.entity.name == "h2")
        #expect(found.first?.severity == .info)
        #expect(found.first?.evidence.series?.expected?.points.count == 24)
    }

    /// The hours of the first series, twenty times as far from 50 for four days.
    private func erratic() -> [MeasureReading.Line] {
        var lines = healthy(seed: 19, count: 8)
        for hour in (hours - 96)..<hours { lines[0][hour] = 50 + 20 * (lines[0][hour] - 50) }
        return lines.enumerated().map { line("h\($0)", $1) }
    }

    @Test func `a measure that became erratic is one item that says since when`() async throws {
        let found = try await findings(erratic())
        #expect(found.map(\.rule) == ["measure-spread-demo-wait"])
        let finding = try #require(found.first)
        #expect(finding.entity.name == "h0")
        #expect(finding.severity == .info)
        let since = try #require(finding.since)
        #expect(abs(asOf.seconds(since: since) - 95 * 3600) <= 12 * 3600)
        #expect(finding.evidence.series?.change == since)
        let title = try #require(finding.statements[.executive]?.title)
        #expect(title.hasPrefix("Wait of h0 has varied more since"), "\(title)")
    }

    @Test func `more spread is harm in either direction, less only where both are`() async throws {
        #expect(try await findings(erratic(), harm: .down).count == 1)
        var steady = healthy(seed: 19, count: 8)
        for hour in 0..<(hours - 96) { steady[0][hour] = 50 + 20 * (steady[0][hour] - 50) }
        let lines = steady.enumerated().map { line("h\($0)", $1) }
        #expect(try await findings(lines, harm: .up) == [])
        #expect(
            try await findings(lines, harm: .both).map(\.rule) == ["measure-spread-demo-wait"]
        )
    }

    @Test func `a slope is an item with the day on which it reaches the limit`() async throws {
        var lines = healthy(seed: 17, count: 8)
        for hour in 0..<hours { lines[0][hour] += Double(hour) / 24 * 1.5 }
        let limit = PackThreshold(severity: .critical, side: .above, limit: 97)
        let found = try await findings(
            lines.enumerated().map { line("h\($0)", $1) },
            thresholds: [limit]
        )
        #expect(found.map(\.rule) == ["measure-creep-demo-wait"])
        let finding = try #require(found.first)
        #expect(finding.severity == .warning)
        let detail = try #require(finding.statements[.executive]?.detail)
        #expect(detail.contains("It is expected to reach the limit of"), "\(detail)")
        #expect(finding.evidence.series?.expected?.points.isEmpty == false)
    }

    @Test func `what goes the harmless way raises nothing`() async throws {
        var lines = healthy(seed: 11, count: 8)
        for hour in (hours - 72)..<hours { lines[0][hour] += 30 }
        #expect(
            try await findings(lines.enumerated().map { line("h\($0)", $1) }, harm: .down) == []
        )
    }

    @Test func `too few values are not judged, and not counted as tested`() async throws {
        let (pack, measure) = try pack()
        var night = TrendNight(asOf: asOf)
        let short = [Double](repeating: 1, count: 200) + [90]
        await night.look(at: [line("h0", short)], of: measure, pack)
        #expect(night.tests == 0)
        #expect(night.findings(besides: [], format: Format(zone: .utc)) == [])
    }
}
