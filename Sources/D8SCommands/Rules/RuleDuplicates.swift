import D8SModel
import D8SQuery

/// Rules of one name and the same labels, whose results are not told apart.
struct RuleDuplicates {
    private struct Identity: Hashable {
        var name: String
        var labels: [Label]
        var isAlert: Bool
    }

    /// A line for each rule that another one before it is like, in the order of the files.
    static func lines(_ groups: [RuleGroup]) -> [String] {
        var first: [Identity: String] = [:], lines: [String] = []
        for group in groups {
            for rule in group.rules {
                let place = "\(group.file):\(rule.line)"
                let identity = Identity(
                    name: rule.name,
                    labels: rule.labels,
                    isAlert: rule.kind != .recording
                )
                if let other = first[identity] {
                    lines.append("\(place): \(rule.name) has the name and labels of \(other)")
                } else {
                    first[identity] = place
                }
            }
        }
        return lines
    }
}
