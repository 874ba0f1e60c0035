import D8SModel

/// Reads a file in OpenMetrics or Prometheus' text format whose samples have times.
struct SeriesExposition: SeriesText {
    private let file: String
    private var reader: ExpositionReader
    private(set) var report = CollectReport()

    init(file: String, format: ExpositionFormat) {
        self.file = file
        var options = ExpositionOptions(format: format)
        options.isStrict = false
        options.leavesOutFaults = true
        reader = ExpositionReader(options)
    }

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to sink: RecordSink
    ) throws(CollectError) {
        do throws(ExpositionFault) {
            try reader.feed(bytes)
        } catch {
            reject(error)
        }
        if reader.sampleCount >= SampleGatherer.size { try flush(to: sink) }
    }

    mutating func finish(to sink: RecordSink) throws(CollectError) {
        do throws(ExpositionFault) {
            try reader.finish()
        } catch {
            reject(error)
        }
        try flush(to: sink)
    }

    private mutating func flush(to sink: RecordSink) throws(CollectError) {
        let page = reader.take()
        report.countRead(page.samples + page.faultCount)
        for fault in page.faults { reject(fault) }
        report.countRejected(page.faultCount - page.faults.count)
        if let newest = page.round.times.max() { report.saw(Instant(milliseconds: newest)) }
        let rounds = page.round.times.isEmpty ? [] : [page.round]
        try deliver(RecordBatch(metrics: page.metrics, rounds: rounds), to: sink)
    }

    private mutating func reject(_ fault: ExpositionFault) {
        let column = "column \(fault.column)"
        report.reject(
            Problem(file: file, line: fault.line, column: column, reason: fault.reason)
        )
    }
}
