import D8SModel

@testable import D8SCollect

/// Reads a whole exposition at once, or in pieces of one size.
func read(
    _ text: some Sequence<UInt8>,
    _ format: ExpositionFormat,
    isStrict: Bool = true,
    leavesOutFaults: Bool = false,
    time: Int64? = 1000,
    pieces: Int = .max
) throws(ExpositionFault) -> ExpositionPage {
    var options = ExpositionOptions(format: format, time: time)
    options.isStrict = isStrict
    options.leavesOutFaults = leavesOutFaults
    var reader = ExpositionReader(options)
    try feed(Array(text), to: &reader, pieces: pieces)
    return reader.take()
}

/// Feeds the bytes to the end.
func feed(
    _ bytes: [UInt8],
    to reader: inout ExpositionReader,
    pieces: Int = .max
) throws(ExpositionFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let piece = Array(rest.prefix(pieces))
        rest = rest.dropFirst(pieces)
        try piece.withUnsafeBufferPointer { (piece) throws(ExpositionFault) in
            try reader.feed(piece)
        }
    }
    try reader.finish()
}

extension ExpositionPage {
    /// Each sample as `series value time`.
    var lines: [String] {
        round.positions.indices.map { index in
            let series = round.list[Int(round.positions[index])]
            return "\(series) \(round.values[index]) \(round.times[index])"
        }
    }
}
