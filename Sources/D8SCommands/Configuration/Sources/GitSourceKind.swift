import D8SCollect

/// A repository whose release tags are deployments: `- git: FOLDER`.
enum GitSourceKind: SourceKind {
    static let key = "git"
    static let usage = "git: FOLDER"
    static let example = ""

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let every = reader.duration("every") ?? 86_400
        guard let repository = reader.string("git") else { return [] }
        let path = FilePath.absolute(repository, in: place.folder)
        let source = GitSource(
            repository: path,
            service: reader.string("service") ?? FilePath.lastComponent(path),
            team: reader.string("team"),
            environment: reader.string("environment") ?? place.environment,
            tagPatterns: reader.strings("tags") ?? [],
            includesPrereleases: reader.flag("pre_releases") ?? false,
            mainBranch: reader.string("branch")
        )
        return [SourceConfiguration(name: source.name, interval: every, collector: source)]
    }
}
