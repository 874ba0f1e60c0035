import D8SModel
import Testing

@testable import D8SQuery

@Suite struct ExtremeTests {
    /// Numbers in no order, some of them none.
    private let values = (0..<64).map { number -> Double in
        let value = Double(number * 37 % 64)
        return number % 7 == 3 ? Double.nan : value - 31.5
    }

    @Test(arguments: 1...20)
    func `an extreme is that of the numbers in its window, however long it is`(length: Int) {
        let times = values.indices.map { Int64($0 + 1) }
        let steps = Steps(start: Int64(length), step: Int64(length), count: 64 / length)
        let windows = Windows(
            frame: Frame(steps: steps, offset: 0, anchor: nil),
            range: Int64(length)
        )
        let numbers = (0..<steps.count).map { step in
            values[step * length..<(step + 1) * length].filter { !$0.isNaN }
        }
        var highest = ExtremeOverTime(isMaximum: true)
        var lowest = ExtremeOverTime(isMaximum: false)
        let (high, low) = (
            highest.column(times[...], values[...], windows),
            lowest.column(times[...], values[...], windows)
        )
        #expect(high?.map { $0.isNaN ? nil : $0 } == numbers.map { $0.max() })
        #expect(low?.map { $0.isNaN ? nil : $0 } == numbers.map { $0.min() })
    }

    /// Prometheus takes a later sample only if it is greater (promql/functions.go, `compareOverTime`).
    @Test func `of zeros the first counts, whatever its sign`() {
        let values: [Double] = [-1, -0.0, 0, -2, -0.0, 0, -3, 0]
        let times = values.indices.map { Int64($0 + 1) }
        let steps = Steps(start: 8, step: 0, count: 1)
        let windows = Windows(frame: Frame(steps: steps, offset: 0, anchor: nil), range: 8)
        var highest = ExtremeOverTime(isMaximum: true)
        let column = highest.column(times[...], values[...], windows)
        #expect(column?.first?.sign == .minus)
        #expect(column == [0])
    }

    @Test(arguments: [0, 1, 7, 8, 9, 15, 16])
    func `a stale marker is found wherever it stands`(place: Int) {
        var values = [Double](repeating: 1, count: 17)
        values[place] = .staleMarker
        let times = values.indices.map { Int64($0 + 1) }
        let steps = Steps(start: 17, step: 0, count: 1)
        let windows = Windows(frame: Frame(steps: steps, offset: 0, anchor: nil), range: 17)
        let samples = WindowedSamples(times[...], values[...], windows)
        #expect(samples.values.count == 16)
        #expect(samples.read == 17)
        #expect(samples.places == [0..<16])
    }
}
