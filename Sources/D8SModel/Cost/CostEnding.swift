/// How a bill ended when its source had been read.
package enum CostEnding: Hashable, Sendable {
    /// All of it was read.
    case complete
    /// All of it was read, and rows of it could not be used: more may be owed.
    case partial
    /// Its file was cut off: more may be owed.
    case cutOff
    /// All of it was read, and a person said that it counts, whatever it replaces.
    case confirmed
}
