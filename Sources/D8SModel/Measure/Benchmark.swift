/// One edition of a published benchmark: what counts as good for each measure.
package struct Benchmark: Hashable, Sendable {
    /// How one measure is graded.
    package enum Scale: Hashable, Sendable {
        /// The first band whose bound holds the value is its level; past the last comes `worst`.
        /// Bounds are in the measure's unit and rise from best to worst.
        case bands([Band], worst: String)
        /// `10 − percent / 10` (DORA 2025 Quick Check, ratios): from 10 (best) to 0.
        case percentScore(mean: Double?)
        /// Category c of 1…6 gives 2 (c − 1). Bounds rise from the best category (6) downwards.
        case categoryScore([Double], mean: Double?)
    }

    package struct Band: Hashable, Sendable {
        package let label: String
        /// The largest value that is still in this band.
        package let upTo: Double

        package init(label: String, upTo: Double) {
            self.label = label
            self.upTo = upTo
        }
    }

    /// For example `dora-2023`.
    package let edition: String
    package let title: String
    /// Where the numbers were published.
    package let source: String
    package let scales: [MeasureName: Scale]

    package init(
        edition: String,
        title: String,
        source: String,
        scales: [MeasureName: Scale]
    ) {
        self.edition = edition
        self.title = title
        self.source = source
        self.scales = scales
    }
}
