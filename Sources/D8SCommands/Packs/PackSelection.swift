import D8SModel

/// The packs that can be used, and what is wrong with the others.
struct PackSelection {
    /// By name.
    var packs: [Pack]
    /// With file, line and mend; empty if all can be used.
    var problems: [String]
}
