import Foundation

/// Forecasts of the past of real series, beside the seasonal naive ones and the theta method.
struct ForecastTruth {
    var d8s: String
    /// The folder with the folders of real data.
    var folder: URL
    /// Where the known part of a series is written as CSV.
    var work: URL
    /// Instants from which each series is forecast, one horizon apart, back from its end.
    private static let origins = 8

    private struct Score {
        var scaled = 0.0
        var naive = 0.0
        var theta = 0.0
        var within80 = 0.0
        var within95 = 0.0
        var count = 0.0
    }

    /// Rows of a Markdown table.
    func rows() throws -> [String] {
        let samples = ForecastSample.all(in: folder)
        let scores = try samples.map(score)
        let known = zip(samples, scores).filter { $0.1.count > 0 }
        guard !known.isEmpty else { return ["| no real series to forecast | | |"] }
        func mean(_ value: (Score) -> Double) -> Double {
            known.reduce(0) { $0 + value($1.1) } / Double(known.count)
        }
        func relative(_ part: (Score) -> Double, _ whole: (Score) -> Double) -> Double {
            exp(mean { log(max(part($0), 1e-9) / max(whole($0), 1e-9)) })
        }
        return [
            "| forecasts of \(known.count) real series: error over the seasonal naive one's "
                + "(geometric mean) | \(text(relative(\.scaled, \.naive))) | under 1 |",
            "| the same over the theta method's | \(text(relative(\.scaled, \.theta))) | under 1 |",
            "| within the 95 % intervals | \(text(mean { $0.within95 / $0.count })) | 0.93–0.97 |",
            "| within the 80 % intervals | \(text(mean { $0.within80 / $0.count })) | 0.80 |",
        ]
            + known.map { sample, score in
                "| forecast of \(sample.name): MASE, naive, theta, within 95 % | "
                    + [
                        score.scaled / score.count, score.naive / score.count,
                        score.theta / score.count, score.within95 / score.count,
                    ].map(text).joined(separator: ", ") + " | |"
            }
    }

    private func score(_ sample: ForecastSample) throws -> Score {
        var score = Score()
        let (values, horizon, season) = (sample.values, sample.horizon, sample.season)
        for number in 1...Self.origins {
            let origin = values.count - number * horizon
            guard origin >= max(3 * season, 20) else { break }
            let known = Self.filled(Array(values[..<origin]), season)
            let lags = zip(known.dropFirst(season), known).map { abs($0 - $1) }
            let scale = lags.reduce(0, +) / Double(lags.count)
            guard scale > 0, let steps = try ask(sample, Array(values[..<origin])) else { continue }
            let naive = ForecastPeers.seasonalNaive(known, season: season, horizon: horizon)
            let theta = ForecastPeers.theta(known, season: season, horizon: horizon)
            for (step, value) in values[origin..<(origin + horizon)].enumerated()
            where value.isFinite && step < steps.count {
                let stated = steps[step]
                score.scaled += abs(stated.mean - value) / scale
                score.naive += abs(naive[step] - value) / scale
                score.theta += abs(theta[step] - value) / scale
                score.within80 += stated.lower80 <= value && value <= stated.upper80 ? 1 : 0
                score.within95 += stated.lower95 <= value && value <= stated.upper95 ? 1 : 0
                score.count += 1
            }
        }
        return score
    }

    private func ask(_ sample: ForecastSample, _ known: [Double]) throws -> [TrendAnswer.Step]? {
        let file = work.appendingPathComponent("forecast.csv")
        let lines = known.map { $0.isFinite ? "\($0)" : "" }
        try (["value"] + lines).joined(separator: "\n")
            .write(to: file, atomically: true, encoding: .utf8)
        let season = sample.season > 1 ? "\(sample.season)" : "none"
        let options = ["--value", "value", "--season", season, "--horizon", "\(sample.horizon)"]
        return TrendAnswer.ask(d8s, file, options)?.forecast
    }

    /// Gaps take the value before.
    private static func filled(_ values: [Double], _ season: Int) -> [Double] {
        var last = values.first(where: \.isFinite) ?? 0
        return values.map { value in
            if value.isFinite { last = value }
            return last
        }
    }

    private func text(_ value: Double) -> String { String(format: "%.3f", value) }
}
