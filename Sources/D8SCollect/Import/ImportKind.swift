/// What the rows of an imported file are.
package enum ImportKind: String, Sendable, CaseIterable {
    case deployments
    case changes
    case incidents
    case runs
}
