/// The smoothing parameters of the innovations form, as R's `ets` prints them.
struct SmoothingWeights: Hashable, Sendable {
    /// How much of an error goes into the level, 0…1.
    var alpha: Double
    /// How much of it goes into the slope, 0…alpha.
    var beta = 0.0
    /// How much of it goes into the season, 0…1 − alpha.
    var gamma = 0.0
    /// What is left of the slope after a step; 1 without damping.
    var phi = 1.0
}
