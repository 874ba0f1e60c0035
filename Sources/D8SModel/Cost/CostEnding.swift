/// How a bill ended when its source had been read.
package enum CostEnding: Hashable, Sendable {
    /// All of it was read.
    case complete
    /// A few of its rows could not be used: a little more may be owed.
    case partial
    /// Its file was cut off, or more than a hundredth of its rows could not be used.
    case cutOff
    /// All of it was read, and a person said that it counts, whatever it replaces.
    case confirmed
}
