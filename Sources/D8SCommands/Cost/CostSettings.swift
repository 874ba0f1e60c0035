import D8SAnalysis

/// What `rates:` and `allocation:` of the configuration say.
struct CostSettings: Hashable, Sendable {
    var rates = Rates.standard
    /// Full days that are looked back on.
    var days = 30
    /// The labels of pods and namespaces that may name a team; the first one counts.
    var teamLabels = ["team", "app.kubernetes.io/team", "owner"]
    /// What all bear.
    var sharing = SharePolicy.none
    var recommendations = RecommendationPolicy()
}
