import D8SCharts
import D8SModel

extension PackThreshold {
    /// The limit as charts draw it.
    var drawn: Threshold {
        Threshold(
            label: severity.word,
            value: limit,
            harm: side == .above ? .above : .below,
            ink: severity.ink
        )
    }
}
