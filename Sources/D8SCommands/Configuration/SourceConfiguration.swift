/// One entry under `sources:`.
enum SourceConfiguration: Sendable {
    case git(GitEntry)
    case files(ImportEntry)

    /// A repository whose release tags are deployments.
    struct GitEntry: Sendable {
        /// Absolute path of the repository.
        var repository: String
        var service: String
        var team: String?
        /// Globs that release tags match; empty means every stable version tag.
        var tags: [String]
        var environment: String
        /// Whether tags such as `v2.0.0-rc1` are deployments too.
        var includesPreReleases: Bool
        /// Seconds between two collections.
        var interval: Double
    }

    /// Files that are imported again each night.
    struct ImportEntry: Sendable {
        /// `deployments`, `changes` or `incidents`.
        var kind: ImportKindName
        /// Absolute paths.
        var files: [String]
        /// Column of the file by column of D8S.
        var columns: [String: String]
        /// Values for columns that the file does not have.
        var constants: [String: String]
        /// Only rows whose column has this value.
        var filters: [String: String]
        /// Files that map tags to commits.
        var aliases: [String]
        var isStrict: Bool
        var interval: Double
    }

    /// The unique name under which the history knows the source.
    var name: String {
        switch self {
        case .git(let entry): "git:\(entry.service)"
        case .files(let entry):
            "import:\(entry.kind.rawValue):"
                + (entry.constants["service"] ?? FilePath.lastComponent(entry.files.first ?? ""))
        }
    }

    var interval: Double {
        switch self {
        case .git(let entry): entry.interval
        case .files(let entry): entry.interval
        }
    }
}
