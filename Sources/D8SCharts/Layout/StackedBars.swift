import D8SModel

/// The parts of a stacked bar chart as they are drawn: at most six and the rest, with no more bars
/// than there is room for.
struct StackedBars {
    struct Bar: Hashable {
        let time: Instant
        /// A value for each part; 0 where it has none.
        var values: [Double]
        /// Which of the parts have a value.
        var known: [Bool]
        /// Whether any part has a value; a bar without one is a gap.
        var isKnown: Bool { known.contains(true) }

        var total: Double { values.reduce(0, +) }
        /// The sum of what stands above 0, and of what hangs under it.
        var high: Double { values.lazy.filter { $0 > 0 }.reduce(0, +) }
        var low: Double { values.lazy.filter { $0 < 0 }.reduce(0, +) }
    }

    let names: [String]
    let inks: [Ink]
    /// Of each few bars the one with the greatest total.
    let bars: [Bar]
    let isWhole: Bool

    /// How many parts have their own ink.
    static let limit = 6

    /// Nil if no part has a value for any bar.
    init?(_ chart: StackedBarChart, limit: Int) {
        let own = chart.parts.prefix(Self.limit), rest = chart.parts.dropFirst(Self.limit)
        let isKnown = chart.parts.contains { part in
            part.values.prefix(chart.times.count).contains { $0?.isFinite == true }
        }
        guard isKnown else { return nil }
        names = own.map(\.label) + (rest.isEmpty ? [] : [chart.otherWord])
        inks = Array(Ink.hues.prefix(own.count)) + (rest.isEmpty ? [] : [.faint])
        let all = chart.times.enumerated().filter { TimeDomain.contains($0.element) }
            .map { index, time -> Bar in
                var values = own.map { $0.value(index) }
                var known = own.map { $0.isKnown(index) }
                if !rest.isEmpty {
                    values.append(rest.reduce(0) { $0 + $1.value(index) })
                    known.append(rest.contains { $0.isKnown(index) })
                }
                return Bar(time: time, values: values, known: known)
            }
        guard !all.isEmpty else { return nil }
        isWhole = all.allSatisfy { $0.values.allSatisfy(\.isWhole) }
        let size = (all.count - 1) / max(limit, 1) + 1
        bars = stride(from: 0, to: all.count, by: size).compactMap { start in
            all[start..<min(start + size, all.count)].max {
                ($0.isKnown ? 1 : 0, abs($0.total)) < ($1.isKnown ? 1 : 0, abs($1.total))
            }
        }
    }

    var lastKnown: Bar? { bars.last(where: \.isKnown) }

    var extent: ValueDomain {
        let ends = bars.map(\.low) + bars.map(\.high) + [0]
        return (ValueDomain(ends) ?? .unit).widened(toZero: true)
    }
}

extension StackedBarChart.Part {
    fileprivate func isKnown(_ index: Int) -> Bool {
        values.indices.contains(index) && values[index]?.isFinite == true
    }

    /// 0 where there is none.
    fileprivate func value(_ index: Int) -> Double {
        guard values.indices.contains(index), let value = values[index], value.isFinite else {
            return 0
        }
        return min(max(value, -1e290), 1e290)
    }
}
