extension RevisionAliases {
    /// Reads a file with the columns `tag`, `revision` and, if need be, `service`.
    ///
    /// The file's forms are those of `Importer`.
    ///
    /// - Parameters:
    ///   - path: The file; `-` for standard input.
    ///   - service: The service whose tags they are; nil where the file says so itself, or where
    ///     they are every service's.
    /// - Returns: What was read, and which rows were not used.
    /// - Throws: What makes the file as a whole unusable.
    package mutating func read(
        _ path: String,
        service: String?
    ) throws(CollectError) -> CollectReport {
        let constants = service.map { [ImportMapping.Assignment("service", $0)] } ?? []
        let table = TableReader(
            columns: ImportColumns.aliases,
            mapping: ImportMapping(constants: constants),
            zone: nil
        )
        return try table.read(try FileBytes(path: path)) { (view) throws(CollectError) in
            do throws(RowFault) {
                add(
                    tag: try view.required(.tag),
                    revision: try view.required(.revision),
                    service: try view.word(.service)
                )
                return nil
            } catch {
                return error
            }
        }
    }
}
