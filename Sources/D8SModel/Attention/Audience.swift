/// Who a page and its sentences are for.
package enum Audience: String, Hashable, Sendable, CaseIterable {
    /// Consequence and money.
    case executive
    /// The failing thing, the query, the command.
    case devops
    /// Segment, method and uncertainty.
    case analyst

    package var title: String {
        switch self {
        case .executive: "Executive"
        case .devops: "DevOps"
        case .analyst: "Analyst"
        }
    }
}
