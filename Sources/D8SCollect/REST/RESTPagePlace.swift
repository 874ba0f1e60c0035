/// Which page of a list is asked for.
enum RESTPagePlace: Hashable, Sendable {
    case first
    /// What is added to the query.
    case query([Parameter])
    /// The cursor that the request has for `{cursor}`.
    case cursor(String)
    case address(String)

    struct Parameter: Hashable, Sendable {
        var name: String
        var value: String
    }

    var query: [(String, String)] {
        if case .query(let parameters) = self { parameters.map { ($0.name, $0.value) } } else { [] }
    }
}
