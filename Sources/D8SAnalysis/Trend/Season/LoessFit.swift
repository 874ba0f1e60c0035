/// One local regression of a plan: at which place it looks, and with which weights.
struct LoessFit {
    /// The first point of the window, from 0, and how many there are.
    let start: Int
    let count: Int
    /// Where its weights start in the plan's list.
    let weights: Int
    /// The place fitted, relative to the first point of the window.
    let place: Int
}
