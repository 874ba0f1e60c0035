import Foundation

/// The Numenta Anomaly Benchmark, beside the published results.
struct NumentaTruth {
    var d8s: String
    /// The benchmark's root, with `data/` and `labels/`; any part of the groups will do.
    var folder: URL

    /// Standard profile, whole set (the benchmark's README and the papers of each).
    static let published = [
        ("random", 17), ("windowed Gaussian", 40), ("Twitter ADVec", 47),
        ("relative entropy", 55), ("Skyline", 58), ("CAD OSE", 70), ("ARTime", 75),
    ]

    /// Rows of a Markdown table.
    func rows() throws -> [String] {
        let corpus = try NumentaSeries.all(in: folder)
        let scores = corpus.map { series -> [Double] in
            let file = folder.appendingPathComponent("data/\(series.name)")
            let answer = TrendAnswer.ask(d8s, file, ["--online", "--value", "value"])
            let scores = answer?.points.map { $0.score ?? 0 } ?? []
            return scores
                + [Double](repeating: 0, count: max(0, series.values.count - scores.count))
        }
        let result = NumentaScore(corpus, scores: scores)
        let aim = "65 (\(Self.published.map { "\($0.0) \($0.1)" }.joined(separator: ", ")))"
        let all = "| NAB, \(corpus.count) files | \(Self.text(result.score)) | \(aim) |"
        return [all]
            + result.groups.map { "| NAB, \($0.name) | \(Self.text($0.score)) | |" }
            + ["| NAB, windows found | \(result.found.0) of \(result.found.1) | |"]
    }

    private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
