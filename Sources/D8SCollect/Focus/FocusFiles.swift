import D8SModel

/// Files of costs in the form of FOCUS 1.0 to 1.2 (FinOps Open Cost and Usage Specification).
///
/// CSV with a header, plain or gzip, streamed: memory does not grow with the rows. What an export
/// says of an account's billing period takes the place of what an earlier one said, as a whole and
/// only when all of the export has been read.
package struct FocusFiles: Sendable {
    /// What is one export, of which each period of an account is said once.
    package enum Unit: String, Sendable, CaseIterable {
        /// All files of one folder are the parts of one export.
        case folder
        /// Each file is an export of its own; of two with the same period the later counts.
        case file
    }

    /// Files, folders and patterns; `-` is standard input.
    package var paths: [String]
    /// Other names of columns, and values of columns that the files do not have.
    package var mapping: ImportMapping
    package var unit: Unit
    /// Whether what the files say counts, even if it ends earlier than what is known.
    package var isConfirmed: Bool
    /// Whether an export that was read before and has not changed is passed over.
    package var passesOverKnown: Bool

    package init(
        paths: [String],
        mapping: ImportMapping = ImportMapping(),
        unit: Unit = .folder,
        isConfirmed: Bool = false,
        passesOverKnown: Bool = false
    ) {
        self.paths = paths
        self.mapping = mapping
        self.unit = unit
        self.isConfirmed = isConfirmed
        self.passesOverKnown = passesOverKnown
    }

    /// Reads all exports, one after the other.
    ///
    /// - Throws: `CollectError` for the first export that cannot be read; those before it stay. For
    ///   one that ends early only when all others have been read.
    func read(
        _ occasion: Occasion,
        into sink: RecordSink
    ) throws(CollectError) -> CollectReport {
        var report = CollectReport()
        let exports = try CostFileList.exports(paths, unit)
        for path in paths where try CostFileList.exports([path], unit).isEmpty {
            report.countEmpty("\(path) has no file of costs (.csv, .gz): it holds no charge.")
        }
        var passedOver = 0
        var damaged: CollectError?
        // Of two files with one bill the later counts: behind one that changed, all are read again.
        var isBehindChange = false
        for files in exports {
            let name = "focus " + (files.first ?? "")
            let mark = passesOverKnown ? try CostFileMark(files) : nil
            let known = occasion.cursors[name]
            if let mark, !isBehindChange, let kept = try mark.renewed(known) {
                passedOver += files.count
                if kept != known { try deliver(RecordBatch(cursors: [name: kept]), to: sink) }
                continue
            }
            isBehindChange = unit == .file
            var cursors: [String: String?] = [:]
            if let mark { cursors[name] = try mark.text() }
            let (read, fault) = try read(files, cursors, occasion, into: sink)
            report.add(read)
            if damaged == nil { damaged = fault }
        }
        if let damaged { throw damaged }
        if passedOver > 0 { report.note("\(passedOver) files are as they were and were not read.") }
        return report
    }

    private func read(
        _ files: [String],
        _ cursors: [String: String?],
        _ occasion: Occasion,
        into sink: RecordSink
    ) throws(CollectError) -> (CollectReport, damaged: CollectError?) {
        var reader = FocusReader(mapping: mapping, isConfirmed: isConfirmed)
        for file in files {
            if files.count > 1 { occasion.progress("reading \(file)") }
            try reader.read(file, occasion, into: sink)
        }
        try reader.finish(cursors, into: sink)
        return (reader.report, reader.damaged)
    }
}

extension FocusFiles: Collector {
    package var kind: String { "focus" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in try read(occasion, into: sink) }
    }
}
