import D8SModel

/// Reads Prometheus' text format 0.0.4 and OpenMetrics 1.0 in pieces of any size.
///
/// It remembers the lines of the pages that it has read, so that a page of which only the numbers
/// are new is read as fast as it can be compared with the one before.
///
/// Specifications: "Exposition formats" of Prometheus' documentation, with what its parsers accept
/// beyond it; "OpenMetrics 1.0", with quoted names as Prometheus 3 writes them.
package struct ExpositionReader {
    /// Bytes that a line may have.
    package static let lineLimit = 1 << 20
    /// Lines that are remembered before all are forgotten.
    static let memoryLimit = 400_000
    /// Bytes that are remembered before all are forgotten.
    static let memorySizeLimit = 1 << 26

    package var options: ExpositionOptions
    var memory = LineMemory()
    /// What is known of each line of the memory, by its number.
    var lines: [KnownLine] = [.start]
    /// The number of the line before.
    var previous = 0
    var scanner: SeriesScanner
    var plain = PlainSeries()
    var builder = RoundBuilder()
    var notes = FamilyNotes()
    /// The remembered lines with metadata.
    var familyLines: [FamilyLine] = []
    /// For OpenMetrics' rules: the series as the page has them where they are relabelled, and what
    /// is known of each line.
    var rules = OpenMetricsRules()
    var originals = SeriesNumbers()
    var facts: [SampleFacts?] = [nil]
    var page = ExpositionPage(
        round: SampleRound(list: SeriesList([]), positions: [], times: [], values: []),
        metrics: []
    )
    var hasEnded = false
    private var line = 1
    private var carried: [UInt8] = []
    private var isSkipping = false

    package init(_ options: ExpositionOptions) {
        self.options = options
        scanner = SeriesScanner(
            isOpenMetrics: options.format == .openMetrics,
            isStrict: options.isStrict
        )
    }

    var isOpenMetrics: Bool { scanner.isOpenMetrics }
    var isStrict: Bool { scanner.isStrict && isOpenMetrics }

    /// How many samples `take` would give now.
    package var sampleCount: Int { builder.count }

    /// Begins another page, at its first line.
    package mutating func begin(time: Int64?) {
        options.time = time
        builder.discard()
        resetPage()
        rules.begin()
        previous = 0
        line = 1
        carried.removeAll(keepingCapacity: true)
        isSkipping = false
        hasEnded = false
        forgetIfLarge()
    }

    /// Reads the next bytes.
    package mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ExpositionFault) {
        var start = 0
        if !carried.isEmpty || isSkipping {
            guard let end = bytes.lineEnd(from: 0) else { return try carry(bytes) }
            try carry(UnsafeBufferPointer(rebasing: bytes[...end]))
            try readCarried()
            start = end + 1
        }
        guard let last = bytes[start...].lastIndex(of: .newline) else {
            return try carry(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        let lines = UnsafeBufferPointer(rebasing: bytes[start...last])
        if memory.count == 0 { prepare(for: lines) }
        defer { memory.giveBack() }
        try read(lines)
        try carry(UnsafeBufferPointer(rebasing: bytes[(last + 1)...]))
    }

    /// Says that there are no more bytes.
    package mutating func finish() throws(ExpositionFault) {
        var last = 0
        let isOpen = !carried.isEmpty || isSkipping
        if isOpen {
            last = isSkipping ? 0 : carried.count
            if !isSkipping { carried.append(.newline) }
            try readCarried()
        }
        guard isOpenMetrics, !hasEnded else { return }
        // The end is in the last line, where that has no line feed.
        if isOpen { line -= 1 }
        try report(ExpositionSlip(offset: last, reason: "# EOF is missing"), in: 0)
    }

    /// What was read since the last time.
    package mutating func take() -> ExpositionPage {
        page.round = builder.take()
        page.metrics = notes.take()
        let taken = page
        resetPage()
        forgetIfLarge()
        return taken
    }

    private mutating func resetPage() {
        page.round = SampleRound(list: page.round.list, positions: [], times: [], values: [])
        page.metrics = []
        page.samples = 0
        page.repeated = 0
        page.newSeries = 0
        page.hasOwnTimes = []
        page.faults = []
        page.faultCount = 0
    }

    /// Makes room for what is new in a page.
    private mutating func prepare(for page: UnsafeBufferPointer<UInt8>) {
        memory.lend(page: page)
        builder.reserve(pageSize: page.count)
        lines.reserveCapacity(page.count / 80)
    }

    /// Keeps memory bounded, whatever new lines the pages bring.
    private mutating func forgetIfLarge() {
        if memory.count > Self.memoryLimit || memory.size > Self.memorySizeLimit { forget() }
    }

    /// Forgets the lines of earlier pages.
    private mutating func forget() {
        memory = LineMemory()
        lines = [.start]
        facts = [nil]
        originals = SeriesNumbers()
        familyLines = []
        notes.forgetLines()
        previous = 0
        builder.forget()
        rules.forget()
    }

    private mutating func carry(
        _ piece: UnsafeBufferPointer<UInt8>
    ) throws(ExpositionFault) {
        guard !isSkipping else {
            if piece.last == .newline { carried = [.newline] }
            return
        }
        if carried.count + piece.count > Self.lineLimit {
            isSkipping = true
            carried = piece.last == .newline ? [.newline] : []
            try report(Self.tooLong(at: 0), in: 0)
        } else {
            carried.append(contentsOf: piece)
        }
    }

    private mutating func readCarried() throws(ExpositionFault) {
        let whole = carried
        carried.removeAll(keepingCapacity: carried.capacity <= Self.lineLimit)
        if isSkipping {
            isSkipping = false
            line += 1
            return
        }
        try whole.withUnsafeBufferPointer { (bytes) throws(ExpositionFault) in
            try read(bytes)
        }
    }

    /// Reads whole lines.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ExpositionFault) {
        var start = 0
        while start < bytes.count {
            do throws(ExpositionSlip) {
                start = try readLine(bytes, start)
            } catch {
                try report(error, in: start)
                start = 1 + (bytes.lineEnd(from: start) ?? bytes.count)
            }
            line += 1
        }
    }

    static func tooLong(at start: Int) -> ExpositionSlip {
        ExpositionSlip(offset: start, reason: "the line is longer than \(lineLimit) bytes")
    }

    /// Notes or throws a fault of the line that begins at `start`.
    private mutating func report(
        _ slip: ExpositionSlip,
        in start: Int
    ) throws(ExpositionFault) {
        let column = max(0, slip.offset - start) + 1
        let fault = ExpositionFault(line: line, column: column, reason: slip.reason)
        guard options.leavesOutFaults else { throw fault }
        page.faultCount += 1
        if page.faults.count < CollectReport.problemLimit { page.faults.append(fault) }
    }
}
