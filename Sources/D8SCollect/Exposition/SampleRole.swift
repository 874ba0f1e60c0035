import D8SModel

/// What a sample is in its family, by the suffix of its name (OpenMetrics 1.0, "Suffixes").
enum SampleRole: CaseIterable {
    case value, total, created, count, sum, bucket, gaugeCount, gaugeSum, info

    /// What the sample's name has behind that of its family.
    var suffix: StaticString {
        switch self {
        case .value: ""
        case .total: "_total"
        case .created: "_created"
        case .count: "_count"
        case .sum: "_sum"
        case .bucket: "_bucket"
        case .gaugeCount: "_gcount"
        case .gaugeSum: "_gsum"
        case .info: "_info"
        }
    }

    /// The samples that a family of this kind may have.
    static func roles(of kind: Metric.Kind) -> [SampleRole] {
        switch kind {
        case .counter: [.total, .created]
        case .summary: [.value, .count, .sum, .created]
        case .histogram: [.count, .sum, .bucket, .created]
        case .gaugehistogram: [.gaugeCount, .gaugeSum, .bucket]
        case .info: [.info]
        case .gauge, .stateset, .unknown: [.value]
        }
    }

    /// The names that a family of this kind takes, by what they add to its own.
    static func claims(of kind: Metric.Kind) -> [SampleRole] {
        let own = roles(of: kind)
        return allCases.filter { $0 == .value || own.contains($0) }
    }

    /// Whether the values count something, so that they are not below 0.
    var isCount: Bool {
        switch self {
        case .total, .count, .sum, .bucket, .gaugeCount: true
        default: false
        }
    }

    /// Whether the values are whole numbers.
    var isWhole: Bool { self == .count || self == .bucket || self == .gaugeCount }
}
