import D8SModel

/// What the checks of a whole site need to know of one file, so that its bytes need not be kept.
struct CheckedFile: Sendable {
    let path: String
    let hasTwin: Bool
    /// Nil if such files hold no links.
    let markup: Markup?

    init(_ file: SiteFile) {
        path = file.path
        hasTwin = Twin.isWanted(for: file)
        markup = Markup(of: file.path, bytes: file.bytes)
    }
}
