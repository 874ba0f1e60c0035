import D8SModel

/// What the rules of OpenMetrics have to know of a series, worked out once.
struct SampleFacts {
    /// Number of the family, a name with a kind.
    let family: Int
    let kind: Metric.Kind
    let role: SampleRole
    /// Number of the metric: the labels without those that tell apart samples of one point.
    let metric: Int
    /// The threshold of a bucket; infinite for others.
    let bound: Double
}

extension SampleFacts {
    /// The label that tells apart the samples of one point; nil if none does.
    static func ownLabel(_ role: SampleRole, _ kind: Metric.Kind, family: String) -> String? {
        switch (role, kind) {
        case (.bucket, _): "le"
        case (.value, .summary): "quantile"
        case (.value, .stateset): family
        default: nil
        }
    }

    /// What is wrong with the labels of a sample, whatever its value; nil if nothing.
    static func fault(
        _ role: SampleRole,
        _ kind: Metric.Kind,
        family: String,
        labels: [Label]
    ) -> String? {
        func value(_ name: String) -> String? { labels.first { $0.name == name }?.value }
        switch (role, kind) {
        case (.bucket, _):
            guard let text = value("le"), let bound = number(text), !bound.isNaN else {
                return "a bucket needs a label le with a number"
            }
            if bound == .infinity, text != "+Inf" {
                return "the largest threshold has to be written +Inf"
            }
        case (.value, .summary):
            guard let quantile = value("quantile").flatMap(number), (0...1).contains(quantile)
            else { return "a sample of a summary needs a label quantile from 0 to 1" }
        case (.value, .stateset):
            if value(family) == nil { return "a state needs a label \(family) with its name" }
        case (_, .histogram), (_, .gaugehistogram):
            if value("le") != nil { return "only a bucket may have the label le" }
        case (_, .summary):
            if value("quantile") != nil { return "only a quantile may have the label quantile" }
        default: break
        }
        return nil
    }

    /// A number as a label's value has it.
    static func number(_ text: String) -> Double? {
        let bytes = Array(text.utf8) + [.newline]
        return bytes.withUnsafeBufferPointer { bytes in
            var end = 0
            let value = try? ExpositionNumber.read(bytes, &end)
            return end == bytes.count - 1 ? value : nil
        }
    }
}
