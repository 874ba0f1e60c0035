import D8SCollect

/// The declarations of APIs: those in the binary, and files of one's own.
enum RESTDeclarations {
    /// The names of those in the binary.
    static var names: [String] { Resources.sources.keys.sorted() }

    /// The declaration that a configuration names, by its name or by the path of a `.yaml` file.
    ///
    /// - Throws: `CommandError.configuration` with every problem of the declaration, `.unreadable`.
    static func named(_ name: String, in folder: String) throws(CommandError) -> RESTDeclaration? {
        if let text = Resources.sources[name] {
            return try RESTDeclarationReader.read(text, file: "templates/sources/\(name).yaml")
        }
        guard isPath(name) else { return nil }
        let path = FilePath.absolute(name, in: folder)
        return try RESTDeclarationReader.read(try TextFile.read(path), file: path)
    }

    private static func isPath(_ name: String) -> Bool {
        name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
}
