import D8SModel

/// The states of one row, pixel by pixel.
struct StateRuns {
    struct Run: Hashable {
        let state: Int
        /// From the left of the plot.
        let start: Int
        var width: Int
    }

    let runs: [Run]

    /// The gravest state (the least number) of each of `width` pixels; whatever is shorter than a
    /// pixel has one nevertheless.
    ///
    /// Costs the number of spans and, for each state, of pixels.
    init(
        _ spans: [StateTimelineChart.Span],
        states: Int,
        in domain: TimeDomain,
        width: Int
    ) {
        let scale = domain.scale(from: 0, to: Double(width))
        var begun = [Int](repeating: 0, count: (width + 1) * states)
        for span in spans {
            guard (0..<states).contains(span.state), span.start < span.end,
                span.start < domain.end, span.end > domain.start
            else { continue }
            let first = min(Int(scale.place(span.start).rounded()), width - 1)
            let last = max(Int(scale.place(span.end).rounded()), first + 1)
            begun[span.state * (width + 1) + first] += 1
            begun[span.state * (width + 1) + last] -= 1
        }
        var found = [Int?](repeating: nil, count: width)
        for state in (0..<states).reversed() {
            var open = 0
            for pixel in 0..<width {
                open += begun[state * (width + 1) + pixel]
                if open > 0 { found[pixel] = state }
            }
        }
        var runs: [Run] = []
        for (pixel, state) in found.enumerated() {
            guard let state else { continue }
            if let last = runs.last, last.state == state, last.start + last.width == pixel {
                runs[runs.count - 1].width += 1
            } else {
                runs.append(Run(state: state, start: pixel, width: 1))
            }
        }
        self.runs = runs
    }
}
