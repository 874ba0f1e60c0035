package import D8SModel

/// Reads deployments, changes, incidents or runs from files that other programs wrote.
///
/// A file is CSV with a header (RFC 4180) or JSON Lines, told apart by its first character; plain or
/// compressed by gzip, told by its first bytes; `-` is standard input. It is read in pieces, so that
/// its size does not matter. A bad row is reported and leaves the good ones in.
package struct Importer: Sendable {
    package let kind: ImportKind
    package let mapping: ImportMapping
    package let aliases: RevisionAliases
    package let zone: Zone?
    package let isStrict: Bool

    /// - Parameters:
    ///   - kind: What the rows are.
    ///   - mapping: How the file's columns differ from the usual names.
    ///   - aliases: Which commits the tags are that deployments name.
    ///   - zone: Where times without a zone are; nil makes a row with such a time bad.
    ///   - isStrict: Nothing of a file is delivered if any row of it is bad. Such a file is read
    ///     twice; what can be read only once, such as standard input, is first copied into a
    ///     temporary file.
    package init(
        kind: ImportKind,
        mapping: ImportMapping = ImportMapping(),
        aliases: RevisionAliases = RevisionAliases(),
        zone: Zone? = nil,
        isStrict: Bool = false
    ) {
        self.kind = kind
        self.mapping = mapping
        self.aliases = aliases
        self.zone = zone
        self.isStrict = isStrict
    }

    /// Delivers the good rows of a file in batches.
    ///
    /// Batches that were delivered before a failure stay delivered.
    ///
    /// - Parameters:
    ///   - path: The file; `-` for standard input.
    ///   - sink: Receives the records.
    /// - Returns: What was read, and which rows were not used.
    /// - Throws: What makes the file as a whole unusable, or what `sink` throws as
    ///   `CollectError.delivery`.
    package func read(
        _ path: String,
        into sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        let file = try FileBytes(path: path)
        guard isStrict else { return try deliver(file, sink) }
        guard !file.isSeekable else { return try deliverWhole(file, sink) }
        return try deliverWhole(try file.spooled(), sink)
    }

    private func deliverWhole(
        _ file: borrowing FileBytes,
        _ sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        let trial = try deliver(file) { _ in }
        guard trial.rejected == 0 else { throw .refused(file: file.name, report: trial) }
        try file.rewind()
        return try deliver(file, sink)
    }

    private func deliver(
        _ file: borrowing FileBytes,
        _ sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        let table = TableReader(
            columns: ImportColumns.of(kind),
            mapping: mapping,
            zone: zone
        )
        var reader = RecordReader(kind: kind, aliases: aliases)
        var batches = BatchCollector()
        var newest: Instant?
        var report = try table.read(file) { (view) throws(CollectError) in
            do throws(RowFault) {
                if let event = try reader.read(view, into: &batches) {
                    newest = max(newest ?? event, event)
                }
            } catch {
                return error
            }
            if batches.isFull { try flush(&batches, sink) }
            return nil
        }
        try flush(&batches, sink)
        if let newest { report.saw(newest) }
        for sentence in reader.remarks.sentences { report.note(sentence) }
        return report
    }

    private func flush(
        _ batches: inout BatchCollector,
        _ sink: RecordSink
    ) throws(CollectError) {
        if let batch = batches.take() { try D8SCollect.deliver(batch, to: sink) }
    }
}
