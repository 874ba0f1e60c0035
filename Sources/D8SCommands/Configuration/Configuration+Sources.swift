extension Configuration {
    /// The sources of these names, in the order of the file; all of them if no name is given.
    ///
    /// - Throws: `CommandError.noSuchSource` for the first name that no source has.
    func sources(named names: [String]) throws(CommandError) -> [SourceConfiguration] {
        guard !names.isEmpty else { return sources }
        let known = sources.map(\.name)
        for name in names where !known.contains(name) {
            throw .noSuchSource(name: name, nearest: NearestName.of(name, among: known))
        }
        return sources.filter { names.contains($0.name) }
    }
}
