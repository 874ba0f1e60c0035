import Foundation

/// Which seasons a series has: none when in doubt.
///
/// A season puts its power on the multiples of its frequency, noise spreads it smoothly. Each
/// multiple is held against its neighbours in the periodogram (Thomson 1982, "Spectrum Estimation
/// and Harmonic Analysis"), which holds for white noise, autocorrelated noise and random walks
/// alike; ranks of the values less their autoregression stand for the values, so that outliers do
/// not matter.
package enum SeasonDetection {
    /// The seasons found among the candidates, ascending.
    package static func periods(_ series: [Double], candidates: [Int]) -> [Int] {
        findings(series, candidates: candidates).filter(\.isFound).map(\.period)
    }

    /// What is said of each candidate, ascending; those of which the series has fewer than three
    /// whole cycles, or too few values, are left out.
    package static func findings(_ series: [Double], candidates: [Int]) -> [SeasonFinding] {
        let usable = Set(candidates.filter { $0 > 1 && $0 <= series.count / 3 }).sorted()
        guard let filled = Gaps.filled(series, atMost: 1.0 / 3) else { return [] }
        var found: [Int] = []
        var findings: [SeasonFinding] = []
        var spectra: [Int: [Double]] = [:]
        for period in usable {
            let count = length(filled.count, period, usable)
            let powers = spectra[count] ?? Spectrum.powers(Whitened.ranks(filled.suffix(count)))
            spectra[count] = powers
            let test = HarmonicTest(powers, count: count, period: period, others: usable)
            let finding = SeasonFinding(
                period: period,
                p: test.p(without: found),
                gain: SeasonGain.of(filled, period: period, without: found)
            )
            if finding.isFound { found.append(period) }
            findings.append(finding)
        }
        return findings
    }

    /// The season found without knowing where to look, or nil.
    ///
    /// The four strongest lines of the periodogram are looked at, with the probability raised by
    /// the number of periods that there might be.
    package static func search(_ series: [Double]) -> SeasonFinding? {
        guard series.count >= 12, let filled = Gaps.filled(series, atMost: 1.0 / 3) else {
            return nil
        }
        let ranks = Whitened.ranks(filled[...])
        let correlations = Autocorrelation.of(ranks, lags: filled.count / 3 + 2)
        let powers = Spectrum.powers(ranks)
        let possible = Double(filled.count / 3)
        let lines = HarmonicTest(powers, count: filled.count, period: filled.count, others: [])
            .strongest(4)
        let periods = Set(
            lines.compactMap { line in
                period(near: Double(filled.count) / Double(line), correlations)
            }
        )
        return periods.sorted().compactMap { period -> SeasonFinding? in
            let finding = findings(filled, candidates: [period]).first
            return finding.map {
                SeasonFinding(period: period, p: min(1, $0.p * possible), gain: $0.gain)
            }
        }
        .filter(\.isFound).max { ($0.gain, -$0.period) < ($1.gain, -$1.period) }
    }

    /// The whole period near this length at which the series agrees best with itself.
    private static func period(near length: Double, _ correlations: [Double]) -> Int? {
        let low = max(2, Int((length * 0.95).rounded(.down)))
        let high = min(correlations.count - 1, Int((length * 1.05).rounded(.up)))
        guard low <= high else { return nil }
        return (low...high).max { (correlations[$0], -$0) < (correlations[$1], -$1) }
    }

    /// How many values are looked at: whole cycles of all candidates if that costs less than a
    /// quarter of the series, else of this one.
    private static func length(_ count: Int, _ period: Int, _ all: [Int]) -> Int {
        let longest = all.last { $0 % period == 0 } ?? period
        let shared = count / longest * longest
        return 4 * shared >= 3 * count ? shared : count / period * period
    }
}
