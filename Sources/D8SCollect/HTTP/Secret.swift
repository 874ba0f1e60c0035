/// Where a secret is kept: an environment variable or a file, never the configuration itself.
package enum Secret: Hashable, Sendable {
    /// `${NAME}`
    case environment(String)
    /// `file:PATH`; the path is absolute.
    case file(String)
}

extension Secret: CustomStringConvertible {
    /// The reference, never the value.
    package var description: String {
        switch self {
        case .environment(let name): "${\(name)}"
        case .file(let path): "file:\(path)"
        }
    }
}
