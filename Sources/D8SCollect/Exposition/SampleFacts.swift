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
