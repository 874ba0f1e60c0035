/// What the rows of an imported file are.
enum ImportKindName: String, CaseIterable, Sendable {
    case deployments, changes, incidents
}
