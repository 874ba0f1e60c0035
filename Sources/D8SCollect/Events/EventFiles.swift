package import D8SModel

/// Files of events: CloudEvents and CDEvents, and events of D8S' own kinds.
///
/// A file holds JSON objects, one on each line, in arrays (CloudEvents' batch format), or one after
/// the other; plain or gzip. The files of one round are read as one, by name, so that a run may begin
/// in one and end in another. The same events again change nothing, since the records' ids are those
/// of their subjects.
package struct EventFiles: Sendable {
    /// Files, folders and patterns; `-` is standard input.
    package var paths: [String]
    /// Where times without a zone are, in events of D8S' own kinds; nil makes them bad.
    package var zone: Zone?

    package init(paths: [String], zone: Zone? = nil) {
        self.paths = paths
        self.zone = zone
    }

    /// Reads all files, one after the other.
    ///
    /// - Throws: `CollectError` for the first file that cannot be read; what was delivered stays.
    package func read(into sink: RecordSink) throws(CollectError) -> CollectReport {
        var report = CollectReport()
        var reader = EventReader(zone: zone)
        for path in try FileList.files(paths) {
            try read(path, &reader, &report, sink)
        }
        try reader.flush(isLast: true, to: sink)
        if let newest = reader.newest { report.saw(newest) }
        for note in reader.notes { report.note(note) }
        return report
    }

    private func read(
        _ path: String,
        _ reader: inout EventReader,
        _ report: inout CollectReport,
        _ sink: RecordSink
    ) throws(CollectError) {
        let file = try FileBytes(path: path)
        var splitter = JSONValueSplitter()
        func take(_ object: [UInt8], _ line: Int) throws(CollectError) {
            report.countRead()
            if let fault = Self.take(object, line, &reader) {
                let problem = Problem(
                    file: path,
                    line: line,
                    column: fault.member?.abridged,
                    reason: fault.reason
                )
                report.reject(problem)
            }
            try reader.flush(isLast: false, to: sink)
        }
        try TextPieces.read(file) { (piece) throws(CollectError) in
            try splitter.feed(piece, take)
        }
        try splitter.finish(take)
    }

    private static func take(
        _ object: [UInt8],
        _ line: Int,
        _ reader: inout EventReader
    ) -> EventFault? {
        guard object.count <= JSONValueSplitter.sizeLimit else {
            return EventFault(nil, "is longer than 4 MB")
        }
        do throws(JSONFault) {
            let value = try JSONValue(parsing: object)
            guard value.members != nil else { return EventFault(nil, "is no JSON object") }
            do throws(EventFault) {
                try reader.take(value, line: line)
                return nil
            } catch {
                return error
            }
        } catch {
            let place = error.line == 1 ? "" : "line \(line + error.line - 1), "
            return EventFault(nil, "is no JSON at \(place)column \(error.column): \(error.reason)")
        }
    }
}

extension EventFiles: Collector {
    package var kind: String { "events" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in try read(into: sink) }
    }
}
