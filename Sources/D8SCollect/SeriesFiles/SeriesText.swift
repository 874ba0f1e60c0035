/// What reads the text of one file of samples in pieces.
protocol SeriesText {
    /// What was read so far; whole after `finish`.
    var report: CollectReport { get }

    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        to sink: RecordSink
    ) throws(CollectError)

    /// Says that there are no more bytes.
    mutating func finish(to sink: RecordSink) throws(CollectError)
}
