import Testing

@testable import D8SAnalysis

struct CombinationTests {
    /// Foretells the step itself and so much more.
    private struct Off: ForecastMember {
        let by: Double
        var name: String { "off by \(by)" }

        mutating func fit(_ series: ForecastSeries) -> Bool { true }

        func roll(
            _ series: ForecastSeries,
            _ origins: Origins,
            into paths: UnsafeMutableBufferPointer<Double>
        ) {
            for place in paths.indices {
                let time = origins.origin(place / origins.horizon) + place % origins.horizon
                paths[place] = Double(time) + by
            }
        }
    }

    /// Of the numbers 0, 1, 2 …, each of which is its own step.
    private func combination(_ members: [any ForecastMember], seasons: [Int]) -> Combination {
        Combination(
            members,
            ForecastSeries((0..<60).map(Double.init), seasons: seasons, known: 40),
            Origins(first: 40, stride: 1, count: 20, horizon: 2)
        )
    }

    private func next(_ combination: Combination, seasons: [Int]) throws -> Double {
        let series = ForecastSeries((0..<60).map(Double.init), seasons: seasons, known: 60)
        return try #require(combination.path(series, .end(60, horizon: 1))?.first)
    }

    @Test func `parts count by the inverse of their error, and one of over twice the least not`()
        throws
    {
        let members = [Off(by: 1), Off(by: 1.6), Off(by: 2.5)]
        let combination = combination(members, seasons: [])
        let weights = combination.parts.map { ($0.weight * 1000).rounded() }
        #expect(weights == [615, 385, 0])
        // (1 / 1 · 1 + 1 / 1.6 · 1.6) / (1 / 1 + 1 / 1.6)
        #expect(abs(try next(combination, seasons: []) - 60 - 2 / 1.625) < 1e-9)
    }

    @Test func `of nested seasons one part that is far off does not count by how far`() throws {
        let members = [Off(by: 1), Off(by: 1), Off(by: 1), Off(by: 1.9)]
        let nested = combination(members, seasons: [4, 12])
        #expect(abs(try next(nested, seasons: [4, 12]) - 61) < 1e-9)
        #expect(try next(combination(members, seasons: [4]), seasons: [4]) > 61.1)
    }

    @Test func `the naive forecast counts where nothing is better`() {
        let beaten = combination([SeasonalNaive(period: 1), Off(by: 1.2)], seasons: [])
        #expect(beaten.description == "off by 1.2 100 %")
        let best = combination([SeasonalNaive(period: 1), Off(by: 2.5)], seasons: [])
        #expect(best.parts[0].weight > 0.5)
    }
}
