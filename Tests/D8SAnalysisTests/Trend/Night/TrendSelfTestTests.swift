import D8SModel
import Testing

@testable import D8SAnalysis

struct TrendSelfTestTests {
    /// A Thursday (2026-11-19), midnight UTC.
    private let start = Instant(seconds: 1_795_046_400)
    private let hours = 28 * 24 + 1

    /// The number of the day of each hour, the first hour apart.
    private func days(seed: UInt64) -> [Int] {
        let values = (0..<hours).map { hour in Double((hour + 23) / 24) }
        let shuffled = TrendSelfTest.shuffled(values, from: start, seed: seed)
        #expect(shuffled.count == hours)
        #expect(shuffled[0] == 0)
        return stride(from: 1, to: hours, by: 24).map { Int(shuffled[$0]) }
    }

    @Test func `shuffling changes the order of days and keeps work days and weekends apart`() {
        let days = days(seed: 1)
        #expect(days.sorted() == Array(1...28))
        #expect(days != Array(1...28))
        // From Thursday on, days 3 and 4 of each week are Saturday and Sunday.
        for (place, day) in days.enumerated() {
            #expect([2, 3].contains(place % 7) == [2, 3].contains((day - 1) % 7))
        }
    }

    @Test func `the hours of a day stay together and in order`() {
        let values = (0..<hours).map(Double.init)
        let shuffled = TrendSelfTest.shuffled(values, from: start, seed: 5)
        for day in stride(from: 1, to: hours, by: 24) {
            for hour in 1..<24 {
                #expect(shuffled[day + hour] == shuffled[day] + Double(hour))
            }
        }
    }

    @Test func `the same night shuffles alike, another one does not`() {
        #expect(days(seed: 7) == days(seed: 7))
        #expect(days(seed: 7) != days(seed: 8))
    }
}
