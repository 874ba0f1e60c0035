/// One thing in a YAML file that cannot be used, with its place and the mend.
struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    var file: String
    /// From 1.
    var line: Int
    /// From 1.
    var column: Int
    var reason: String

    var description: String { "\(file):\(line):\(column): \(reason)" }
}
