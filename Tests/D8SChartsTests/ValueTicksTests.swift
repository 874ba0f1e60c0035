import D8SModel
import Testing

@testable import D8SCharts

@Suite struct ValueTicksTests {
    struct Row: CustomTestStringConvertible {
        var unit: D8SModel.Unit
        var low: Double
        var high: Double
        var count = 4
        var labels: [String]
        var testDescription: String { "\(low) … \(high) \(unit)" }
    }

    /// What a person would write on the axis; spaces stand for no-break spaces.
    static let rows: [Row] = [
        Row(unit: .ratio, low: 0, high: 0.25, labels: ["0 %", "10 %", "20 %"]),
        Row(unit: .ratio, low: 0, high: 0.09, labels: ["0 %", "2.5 %", "5.0 %", "7.5 %"]),
        Row(unit: .ratio, low: 0, high: 1, labels: ["0 %", "25 %", "50 %", "75 %", "100 %"]),
        Row(unit: .count, low: 0, high: 42, labels: ["0", "20", "40"]),
        Row(unit: .count, low: -12, high: 8, labels: ["−10", "−5", "0", "5"]),
        Row(unit: .count, low: 0, high: 3_600_000, labels: ["0", "1 M", "2 M", "3 M"]),
        Row(unit: .count, low: 0, high: 20_000, labels: ["0", "5 k", "10 k", "15 k", "20 k"]),
        Row(unit: .count, low: 0, high: 5e-9, count: 2, labels: ["0", "2.5 × 10⁻⁹", "5.0 × 10⁻⁹"]),
        Row(
            unit: .count,
            low: 0,
            high: 3e15,
            count: 3,
            labels: [
                "0", "1 × 10¹⁵", "2 × 10¹⁵", "3 × 10¹⁵",
            ]
        ),
        Row(unit: .seconds, low: 0, high: 100, labels: ["0 s", "30 s", "60 s", "90 s"]),
        Row(unit: .seconds, low: 0, high: 7500, labels: ["0 h", "1 h", "2 h"]),
        Row(
            unit: .seconds,
            low: 0,
            high: 3600,
            labels: [
                "0 min", "15 min", "30 min", "45 min", "60 min",
            ]
        ),
        Row(unit: .seconds, low: 0, high: 6.5 * 86_400, labels: ["0 d", "2 d", "4 d", "6 d"]),
        Row(
            unit: .seconds,
            low: 0,
            high: 300 * 86_400,
            labels: ["0 d", "100 d", "200 d", "300 d"]
        ),
        Row(
            unit: .seconds,
            low: 0,
            high: 0.005,
            labels: [
                "0 s", "0.002 s", "0.004 s",
            ]
        ),
        Row(unit: .perDay, low: 0, high: 5, labels: ["0", "2", "4"]),
        Row(
            unit: .bytes,
            low: 0,
            high: 900 * 1_048_576,
            labels: ["0", "256 MiB", "512 MiB", "768 MiB"]
        ),
        Row(
            unit: .bytesPerSecond,
            low: 0,
            high: 3 * 1_073_741_824,
            labels: ["0", "1 GiB/s", "2 GiB/s", "3 GiB/s"]
        ),
        Row(unit: .bytes, low: 0, high: 3, labels: ["0", "1 B", "2 B", "3 B"]),
        Row(unit: .money, low: 0, high: 350, labels: ["$0", "$100", "$200", "$300"]),
        Row(unit: .money, low: -1, high: 1, count: 2, labels: ["−$1", "$0", "$1"]),
        Row(unit: .money, low: 0, high: 0.5, count: 2, labels: ["$0", "$0.25", "$0.50"]),
        Row(unit: .money, low: 0, high: 20_000, count: 2, labels: ["$0", "$10 k", "$20 k"]),
    ]

    @Test(arguments: rows)
    func `ticks are round and written with the digits that tell them apart`(row: Row) {
        let domain = ValueDomain(low: row.low, high: row.high)
        let ticks = ValueTicks(unit: row.unit, format: Charts.utc)
            .ticks(in: domain, count: row.count)
        #expect(ticks.map { $0.label.replacing("\u{a0}", with: " ") } == row.labels)
    }

    @Test func `whole things have whole ticks`() {
        let ticks = ValueTicks(unit: .count, format: Charts.utc, isWhole: true)
            .ticks(in: ValueDomain(low: 0, high: 2), count: 5)
        #expect(ticks.map(\.label) == ["0", "1", "2"])
    }

    @Test(arguments: [(1e300, -1e300), (5, 5), (0, .infinity), (0, .nan)])
    func `an impossible domain has no ticks or few`(high: Double, low: Double) {
        let ticks = ValueTicks(unit: .count, format: Charts.utc)
            .ticks(in: ValueDomain(low: low, high: high), count: 4)
        #expect(ticks.count <= 6)
    }

    @Test func `a domain of equal values has room around them`() throws {
        let domain = try #require(ValueDomain([42, 42])).widened(toZero: false)
        #expect(domain.low < 42 && domain.high > 42)
        #expect(ValueDomain([Double.nan, .infinity]) == nil)
        let zero = try #require(ValueDomain([0])).widened(toZero: true)
        #expect(zero.low == 0 && zero.high >= 1)
    }

    @Test func `a logarithmic axis of durations has round durations`() {
        let ticks = LogTicks(unit: .seconds, format: Charts.utc).ticks(from: 30, to: 200_000)
        let labels = ticks.map { $0.label.replacing("\u{a0}", with: " ") }
        #expect(labels == ["1 min", "10 min", "1 h", "6 h", "1 d"])
    }
}
