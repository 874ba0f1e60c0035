package import D8SModel

/// Files of samples: OpenMetrics and Prometheus text with times, and CSV; plain or gzip.
///
/// They are read in pieces, so that their size does not matter, and the samples are delivered some
/// hundred thousand at a time.
package struct SeriesFiles: Sendable {
    /// How a file is written.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// OpenMetrics 1.0: times in seconds.
        case openMetrics = "openmetrics"
        /// Prometheus' text format 0.0.4: times in milliseconds.
        case prometheus
        /// CSV with a header (RFC 4180).
        case csv
    }

    /// Files, folders and patterns; `-` is standard input.
    package var paths: [String]
    /// Which columns of CSV files hold samples.
    package var mapping: SeriesMapping
    /// Where times without a zone are in CSV files; nil makes them bad.
    package var zone: Zone?
    /// Nil tells it by the file's name and beginning.
    package var form: Form?

    package init(
        paths: [String],
        mapping: SeriesMapping = SeriesMapping(),
        zone: Zone? = nil,
        form: Form? = nil
    ) {
        self.paths = paths
        self.mapping = mapping
        self.zone = zone
        self.form = form
    }

    /// Reads all files, one after the other.
    ///
    /// - Throws: `CollectError` for the first file that cannot be read; what was delivered stays.
    package func read(into sink: RecordSink) throws(CollectError) -> CollectReport {
        var report = CollectReport()
        for path in try FileList.files(paths) { report.add(try read(path, into: sink)) }
        return report
    }

    private func read(_ path: String, into sink: RecordSink) throws(CollectError) -> CollectReport {
        let file = try FileBytes(path: path)
        var text: (any SeriesText)?
        try TextPieces.read(file) { (piece) throws(CollectError) in
            if text == nil { text = begin(path, piece) }
            try text?.feed(piece, to: sink)
        }
        try text?.finish(to: sink)
        return text?.report ?? CollectReport()
    }

    private func begin(_ path: String, _ head: UnsafeBufferPointer<UInt8>) -> any SeriesText {
        switch form ?? Form(of: path, head: head) {
        case .csv: SeriesTable(file: path, mapping: mapping, zone: zone)
        case .openMetrics: SeriesExposition(file: path, format: .openMetrics)
        case .prometheus: SeriesExposition(file: path, format: .text)
        }
    }
}

extension SeriesFiles: Collector {
    package var kind: String { "series" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in try read(into: sink) }
    }
}
