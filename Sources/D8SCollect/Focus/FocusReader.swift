import D8SModel

/// Reads the files of one export, row by row, and keeps nothing of them but what tells rows apart.
struct FocusReader {
    let mapping: ImportMapping
    /// Whether a person said that the statements count, whatever they replace.
    let isConfirmed: Bool
    var report = CollectReport()
    var gatherer = CostGatherer()
    var audit = FocusAudit()
    private var rows = RowMemory()
    private var files: UInt16 = 0
    private var duplicates = (count: 0, place: "")
    private var tally = FocusBillTally()
    /// The first file that ended early: what was read of it counts only where no more is known.
    private(set) var damaged: CollectError?
    /// By the number of the bill.
    private var endings: [CostEnding] = []

    init(mapping: ImportMapping, isConfirmed: Bool) {
        self.mapping = mapping
        self.isConfirmed = isConfirmed
    }

    /// Reads a file and hands its charges on.
    ///
    /// - Throws: `CollectError` for a file of which no row can be used, and for one that repeats
    ///   the rows of those before it; nothing of the export then counts.
    mutating func read(
        _ path: String,
        _ occasion: Occasion,
        into sink: RecordSink
    ) throws(CollectError) {
        let file = try FileBytes(path: path)
        var parser = CSVParser(file: path)
        var reading = FocusFile(path: path)
        files &+= 1
        func take(_ row: RawRow, _ header: [String]) throws(CollectError) {
            try self.take(row, header, &reading)
            if gatherer.isFull { try gatherer.flush(to: sink) }
            if reading.read % 250_000 == 0 {
                occasion.progress("\(reading.read) rows of \(path) read")
            }
        }
        do throws(CollectError) {
            try TextPieces.read(file) { (piece) throws(CollectError) in
                if reading.lastByte == nil { try ForeignForm.refuse(piece, path) }
                reading.lastByte = piece.last ?? reading.lastByte ?? .newline
                try parser.feed(piece, take)
            }
            try parser.finish(take)
        } catch .damagedGzip(_, let reason) where reading.read > 0 {
            reading.damage = reason
            if damaged == nil { damaged = .damagedExport(file: path, rows: reading.read, reason) }
        }
        try end(&reading, header: parser.header)
    }

    /// Says how each bill ended, and what tells next time whether the export is another one.
    mutating func finish(
        _ cursors: [String: String?],
        into sink: RecordSink
    ) throws(CollectError) {
        while endings.count < gatherer.bills.count { endings.append(.complete) }
        if isConfirmed { endings = endings.map { _ in .confirmed } }
        try gatherer.finish(endings, cursors: damaged == nil ? cursors : [:], to: sink)
        for sentence in tally.warnings(gatherer.bills) { report.warn(sentence) }
        for sentence in audit.notes { report.note(sentence) }
        guard duplicates.count > 0 else { return }
        report.note(
            "\(duplicates.count) rows are word for word the same as one before"
                + " (the first: \(duplicates.place)). Each is counted."
        )
    }

    private mutating func take(
        _ row: RawRow,
        _ header: [String],
        _ reading: inout FocusFile
    ) throws(CollectError) {
        report.countRead()
        reading.read += 1
        if let fault = row.fault {
            reading.endsBadly = true
            return reject(Problem(file: reading.path, line: row.line, reason: fault), &reading)
        }
        try reading.plan(header, mapping)
        let fault = row.bytes.withUnsafeBufferPointer { bytes -> FocusFault? in
            do throws(FocusFault) {
                let before = rows.sees(bytes, of: files)
                if let bill = try take(bytes, row, &reading) {
                    reading.bills.insert(bill)
                    tally.count(bill, reading.path, row.line)
                }
                if let before {
                    repeated(row, isOfOtherFile: before != files, &reading)
                } else if !rows.isFull {
                    reading.fresh += 1
                }
                return nil
            } catch {
                return error
            }
        }
        reading.endsBadly = fault != nil
        if let fault { reject(fault, row, &reading) }
    }

    private mutating func repeated(
        _ row: RawRow,
        isOfOtherFile: Bool,
        _ reading: inout FocusFile
    ) {
        if duplicates.count == 0 { duplicates.place = "\(reading.path):\(row.line)" }
        duplicates.count += 1
        if isOfOtherFile { reading.repeated += 1 } else { reading.doubled += 1 }
    }

    private mutating func reject(_ fault: FocusFault, _ row: RawRow, _ reading: inout FocusFile) {
        let problem = Problem(
            file: reading.path,
            line: row.line,
            column: fault.column,
            reason: fault.reason
        )
        reject(problem, &reading)
    }

    private mutating func reject(_ problem: Problem, _ reading: inout FocusFile) {
        reading.rejected += 1
        if reading.firstProblem == nil { reading.firstProblem = problem }
        report.reject(problem)
    }

    private mutating func end(
        _ reading: inout FocusFile,
        header: [String]
    ) throws(CollectError) {
        if !header.isEmpty { try reading.plan(header, mapping) }
        for note in reading.notes { report.note(note) }
        if reading.read == 0 {
            let what = header.isEmpty ? "is empty" : "has a header and no row"
            report.countEmpty("\(reading.path) \(what): it holds no charge.")
        }
        if reading.bills.isEmpty, let problem = reading.firstProblem {
            throw .noUsableRow(file: reading.path, rows: reading.read, first: problem)
        }
        if reading.isRepetition {
            throw .repeatedExport(file: reading.path, rows: reading.repeated, of: reading.read)
        }
        if reading.isDoubled, !isConfirmed {
            throw .doubledExport(file: reading.path, rows: reading.doubled, of: reading.read)
        }
        while endings.count < gatherer.bills.count { endings.append(.complete) }
        for bill in reading.bills where reading.ending != .complete {
            if endings[bill] != .cutOff { endings[bill] = reading.ending }
        }
    }
}
