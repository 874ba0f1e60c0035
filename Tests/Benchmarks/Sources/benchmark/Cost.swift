/// What one run of a command took.
struct Cost {
    /// User and system time of the process and all its children, in seconds.
    var cpu: Double
    var wall: Double
    /// The largest resident size, in MiB.
    var memory: Double
}
