import D8SModel
import Foundation
import Testing

@testable import D8SAnalysis

struct ShiftsTests {
    /// A regression of the kind performance tests have: ten results, then ten at half of it.
    private static let halved: [Double] = [
        1.03, 0.96, 0.99, 1.01, 1.10, 1.00, 1.02, 0.97, 1.01, 0.95,
        0.51, 0.50, 0.47, 0.49, 0.54, 0.50, 0.48, 0.51, 0.50, 0.49,
    ]
    private static let stairs: [Double] = [(2.0, 6), (6.0, 7), (9.0, 8), (4.0, 9)].flatMap {
        [Double](repeating: $0.0, count: $0.1)
    }

    @Test(
        arguments: zip(
            [halved, stairs, [Double](repeating: 3, count: 40)],
            [[10], [6, 13, 21], []]
        )
    )
    func `steps of short series are found where they are`(series: [Double], at: [Int]) {
        #expect(Shifts.find(series).map(\.index) == at)
    }

    @Test func `a step has its effect and its place within their intervals`() throws {
        var noise = Noise(seed: 11)
        var covered = 0
        var placed = 0
        let runs = 60
        for _ in 0..<runs {
            let series = noise.white(200).enumerated().map { $1 + ($0 >= 120 ? 2 : 0) }
            let shift = try #require(Shifts.find(series).first)
            if shift.interval.contains(2) { covered += 1 }
            if shift.place.contains(120) { placed += 1 }
            #expect(abs(shift.effect - 2) < 1)
            #expect(shift.p < 1e-6)
            #expect(shift.kind == .level)
        }
        #expect(covered >= 53, "95 % of \(runs) are 57")
        #expect(placed >= 53)
    }

    @Test(arguments: Noise.plain)
    func `healthy series have no shifts beyond what their probability says`(kind: Noise.Kind) {
        var noise = Noise(seed: 12)
        var found = 0
        for _ in 0..<120 {
            let series = noise.series(kind, 300)
            found += Shifts.find(series, rules: ShiftRules(p: 0.01, spread: true)).count
        }
        #expect(found <= 4, "\(found) of 120, of which 1.2 are due")
    }

    @Test(arguments: [2, 3])
    func `by ranks a probability of one in a thousand holds for heavy tails`(degrees: Int) {
        var noise = Noise(seed: 19)
        let rules = ShiftRules(p: 0.001, ranks: true)
        let found = (0..<400).count { _ in
            !Shifts.find(noise.heavyTailed(150, degrees: degrees), rules: rules).isEmpty
        }
        // Of a Poisson distribution with mean 0.4, one draw in a thousand is above 3.
        #expect(found <= 3, "\(found) of 400, of which 0.4 are due")
    }

    @Test func `by ranks a level in heavy tails is as clear as it is`() {
        var noise = Noise(seed: 20)
        let series = noise.heavyTailed(200).enumerated().map { $1 + ($0 >= 120 ? 3 : 0) }
        let shifts = Shifts.find(series, rules: ShiftRules(p: 1e-6, ranks: true))
        #expect(shifts.count == 1)
    }

    @Test func `a steady rise is no shift, a fall on it is one`() throws {
        var noise = Noise(seed: 13)
        let rise = noise.white(300).enumerated().map { 0.1 * Double($0) + $1 }
        #expect(Shifts.find(rise).isEmpty)
        let fallen = rise.enumerated().map { $1 - ($0 >= 200 ? 8 : 0) }
        let shifts = Shifts.find(fallen)
        #expect(shifts.count == 1)
        let shift = try #require(shifts.first)
        #expect((198...202).contains(shift.index))
        #expect(abs(shift.effect + 8) < 2)
    }

    @Test func `growth by factors is no shift, a bend of a line is one of its slope`() throws {
        var noise = Noise(seed: 14)
        let growth = noise.white(200).enumerated().map { exp(0.02 * Double($0) + 0.05 * $1) }
        #expect(Shifts.find(growth).isEmpty)
        let bent = noise.white(200).enumerated().map { 0.5 * Double(max(0, $0 - 100)) + $1 }
        let shift = try #require(Shifts.find(bent).first)
        #expect(shift.kind == .slope)
        #expect((90...110).contains(shift.index))
        #expect(abs(shift.effect - 0.5) < 0.1)
    }

    @Test func `a change of spread is found if it is asked for`() throws {
        var noise = Noise(seed: 15)
        let series = noise.white(300).enumerated().map { $1 * ($0 >= 180 ? 4 : 1) }
        #expect(!Shifts.find(series).contains { $0.kind == .spread })
        let shifts = Shifts.find(series, rules: ShiftRules(p: 0.01, spread: true))
        #expect(shifts.map(\.kind) == [.spread])
        let shift = try #require(shifts.first)
        #expect((160...200).contains(shift.index))
        #expect((2.5...6).contains(shift.after / shift.before))
        #expect(shift.interval.low > 0)
    }

    @Test func `a lone spike is no shift, and gaps keep their places`() {
        var noise = Noise(seed: 16)
        var series = noise.white(200).enumerated().map { $1 + ($0 >= 100 ? 6 : 0) }
        series[40] = 60
        for index in 60..<80 { series[index] = .nan }
        #expect(Shifts.find(series).map(\.index) == [100])
    }

    @Test func `an effect that is too small to matter is left out`() {
        var noise = Noise(seed: 17)
        let series = noise.white(400).enumerated().map {
            100 + 0.1 * $1 + ($0 >= 100 ? 0.5 : 0) + ($0 >= 250 ? 5 : 0)
        }
        #expect(Shifts.find(series).map(\.index) == [100, 250])
        #expect(Shifts.find(series, rules: ShiftRules(effect: 1)).map(\.index) == [250])
    }

    @Test func `columns that change together change once`() {
        var noise = Noise(seed: 18)
        let first = noise.white(200).enumerated().map { $1 + ($0 >= 100 ? 6 : 0) }
        let second = noise.white(200).enumerated().map { $1 - ($0 >= 101 ? 5 : 0) }
        let third = noise.white(200).enumerated().map { $1 - ($0 >= 150 ? 5 : 0) }
        let shifts = Shifts.find(columns: [first, second, third])
        #expect(shifts.count == 2)
    }

    @Test(arguments: [
        [], [.nan, .nan, .nan], [1], [1e308, -1e308, 1e308, -1e308, 1e308, 1e308, 1e308],
        [Double](repeating: .infinity, count: 20), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ])
    func `what is too short or too large is no error`(series: [Double]) {
        #expect(Shifts.find(series, rules: ShiftRules(spread: true)).isEmpty)
    }
}
