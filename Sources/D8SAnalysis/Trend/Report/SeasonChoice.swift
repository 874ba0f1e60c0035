/// Which seasons a series is taken to have.
package enum SeasonChoice: Hashable, Sendable {
    /// Those of its step that its values show.
    case auto
    case none
    /// A day, or a week, of its steps.
    case day, week
    /// So many steps.
    case steps(Int)
}
