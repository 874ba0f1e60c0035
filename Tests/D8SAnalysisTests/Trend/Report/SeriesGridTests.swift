import D8SModel
import Testing

@testable import D8SAnalysis

struct SeriesGridTests {
    private func times(_ texts: [String]) throws -> [Int64] {
        try texts.map { try #require(Instant(iso8601: $0 + "T00:00:00Z")).milliseconds }
    }

    @Test func `hours with a gap and a doubled row are a grid with both told`() {
        let hour: Int64 = 3_600_000
        let grid = SeriesGrid(times: [3, 0, 1, 1, 5].map { $0 * hour }, values: [4, 1, 2, 4, 6])
        #expect(grid.step == .milliseconds(hour))
        #expect(grid.values.map { $0.isNaN ? -1 : $0 } == [1, 3, -1, 4, -1, 6])
        #expect(grid.places == [0, 1, 1, 3, 5])
        #expect(
            grid.notes == [
                "2 of 6 steps have no value", "1 steps have several rows: their mean counts",
            ]
        )
    }

    @Test func `times that jitter are of the step that people chose`() {
        let times = (0..<200).map { Int64($0) * 60_000 + Int64(($0 * 7919) % 1_000) }
        let grid = SeriesGrid(times: times, values: times.map { _ in 1 })
        #expect(grid.step == .milliseconds(60_000))
        #expect(grid.values.count == 200)
    }

    @Test func `months and their ends are a grid of months`() throws {
        let first = try times(["2025-01-31", "2025-02-28", "2025-03-31", "2025-05-31"])
        let grid = SeriesGrid(times: first, values: [1, 2, 3, 5])
        #expect(grid.step == .months(1))
        #expect(grid.values.map { $0.isNaN ? -1 : $0 } == [1, 2, 3, -1, 5])
        #expect("\(grid.time(13))" == "2026-02-28T00:00:00Z")
        #expect(grid.step.usualSeasons == [12])
    }

    @Test func `rows without times come one after the other`() {
        let grid = SeriesGrid(times: nil, values: [3, .nan, 5])
        #expect(grid.step == .row)
        #expect(grid.times == [0, 1, 2])
        #expect(grid.time(4).milliseconds == 4)
    }

    @Test func `seasons are those of the step`() {
        #expect(SeriesStep.milliseconds(3_600_000).usualSeasons == [24, 168])
        #expect(SeriesStep.milliseconds(86_400_000).usualSeasons == [7])
        #expect(SeriesStep.milliseconds(604_800_000).usualSeasons == [52])
        #expect(SeriesStep.milliseconds(300_000).usualSeasons == [288, 2016])
        #expect(SeriesStep.months(3).usualSeasons == [4])
        #expect(SeriesStep.row.usualSeasons == [])
    }
}
