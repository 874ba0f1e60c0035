import D8SAnalysis
import D8SHistory
import D8SModel

extension Pipeline {
    /// Days of runs that predictions learn from.
    private static let learning = 180.0

    /// What is expected of the next runs, and how what was foretold before came about.
    func predictions(asOf: Instant) throws(HistoryError) -> RunPredictions {
        let window = Window(
            start: asOf.adding(seconds: -Self.learning * 86_400),
            end: asOf.adding(seconds: 0.001)
        )
        return RunPredictions(try history.runs(in: window), asOf: asOf)
    }
}
