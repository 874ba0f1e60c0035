import D8SModel

/// What OpenMetrics' rules say of the labels of a sample, whatever its value.
struct SampleLabels {
    /// What is wrong with them; nil if nothing.
    private(set) var fault: String?
    /// Where in the key the label stands that tells apart the samples of one point; empty if none
    /// does.
    private(set) var own: Range<Int>
    /// The threshold of a bucket; infinite for others.
    private(set) var bound = Double.infinity

    init(
        _ role: SampleRole,
        _ kind: Metric.Kind,
        family: UnsafeBufferPointer<UInt8>,
        _ key: SeriesKey
    ) {
        own = key.labels.lowerBound..<key.labels.lowerBound
        switch (role, kind) {
        case (.bucket, _): readThreshold(key.label { $0.isSame(as: "le") })
        case (.value, .summary): readQuantile(key.label { $0.isSame(as: "quantile") })
        case (.value, .stateset):
            let state = key.label { $0.isSame(as: family) }
            own = state?.all ?? own
            if state == nil {
                let name = String(decoding: family, as: UTF8.self)
                fault = "a state needs a label \(name) with its name"
            }
        case (_, .histogram), (_, .gaugehistogram):
            if key.label({ $0.isSame(as: "le") }) != nil {
                fault = "only a bucket may have the label le"
            }
        case (_, .summary):
            if key.label({ $0.isSame(as: "quantile") }) != nil {
                fault = "only a quantile may have the label quantile"
            }
        default: break
        }
    }

    private mutating func readThreshold(_ label: SeriesKey.Label?) {
        guard let label, let bound = Self.number(label.value), !bound.isNaN else {
            fault = "a bucket needs a label le with a number"
            return
        }
        own = label.all
        self.bound = bound
        if bound == .infinity, !label.value.isSame(as: "+Inf") {
            fault = "the largest threshold has to be written +Inf"
        }
    }

    private mutating func readQuantile(_ label: SeriesKey.Label?) {
        guard let label, let quantile = Self.number(label.value), (0...1).contains(quantile) else {
            fault = "a sample of a summary needs a label quantile from 0 to 1"
            return
        }
        own = label.all
    }

    /// A number as a label's value has it.
    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let bytes = Array(text) + [.newline]
        return bytes.withUnsafeBufferPointer { bytes in
            var end = 0
            let value = try? ExpositionNumber.read(bytes, &end)
            return end == bytes.count - 1 ? value : nil
        }
    }
}
