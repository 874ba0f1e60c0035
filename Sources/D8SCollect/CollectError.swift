package import D8SModel

/// Why a source could not be collected at all.
///
/// A single bad row is no error but a `Problem` in the report.
package enum CollectError: Error, Sendable {
    /// A file cannot be opened or read; `reason` is the system's.
    case unreadable(file: String, reason: String)
    /// The compressed bytes are damaged or end too early.
    case damagedGzip(file: String, reason: String)
    /// The bytes are in a form that is not read; `form` names it, `mend` says what to do.
    case unknownForm(file: String, form: String, mend: String)
    /// The header cannot be read as a row.
    case badHeader(file: String, line: Int, reason: String)
    /// No column of the file is the one that is needed.
    case missingColumn(file: String, column: String, found: [String])
    /// One name stands twice in the header.
    case repeatedColumn(file: String, column: String)
    /// Several columns of the file may be the same thing.
    case ambiguousColumn(file: String, column: String, candidates: [String])
    /// A mapping names a column that this kind of record does not have.
    case unknownColumn(name: String, known: [String])
    /// Strict: nothing of the file was taken, since rows of it are bad.
    case refused(file: String, report: CollectReport)
    /// No row of a file can be used; `first` tells why for the first of them.
    case noUsableRow(file: String, rows: Int, first: Problem)
    /// A file says again what other files of the same export said.
    case repeatedExport(file: String, rows: Int, of: Int)
    /// A file says nearly each of its own rows twice.
    case doubledExport(file: String, rows: Int, of: Int)
    /// The compressed bytes of an export end too early or are damaged behind some rows.
    case damagedExport(file: String, rows: Int, String)
    /// The receiver of the records failed.
    case delivery(any Error)
    /// The `git` program cannot be started.
    case gitUnavailable(reason: String)
    /// There is no git repository at this path.
    case noRepository(path: String)
    /// `git` ended with an error; `message` is what it said.
    case gitFailed(path: String, command: String, status: Int, message: String)
    /// `git` printed what cannot be understood.
    case unexpectedGitOutput(path: String, command: String, reason: String)
    /// A pattern for tags or branches cannot be used.
    case badPattern(pattern: String, reason: String)
    /// No connection to the server, or it broke off; `reason` is the system's.
    case unreachable(address: String, reason: String)
    /// The server did not answer whole within this many seconds.
    case timedOut(address: String, seconds: Double)
    /// The answer is longer than allowed; `mend` names the key that allows more.
    case tooLarge(address: String, limit: Int, mend: String)
    /// The server refused; `message` is what it said, cut short, without secrets.
    case refusedRequest(address: String, status: Int, message: String)
    /// The server wants to be left alone for longer than was waited; until when, if it says so.
    case rateLimited(address: String, until: Instant?)
    /// The answer cannot be understood; `reason` holds line and column where there are some.
    case badAnswer(address: String, reason: String)
    /// A secret is not where the configuration says; never holds the value.
    case secretMissing(secret: Secret, reason: String)
    /// Something of the source's own setup cannot be used: `what` names it, `mend` says what to do.
    case unusable(what: String, reason: String, mend: String)
}

extension CollectError: CustomStringConvertible {
    /// The sentence for people: what happened, where, and the mend.
    package var description: String {
        switch self {
        case .unreadable, .damagedGzip, .unknownForm, .refused, .noUsableRow, .repeatedExport,
            .doubledExport, .damagedExport:
            fileSentence
        case .badHeader, .missingColumn, .repeatedColumn, .ambiguousColumn, .unknownColumn:
            columnSentence
        case .delivery(let error): "\(error)"
        case .gitUnavailable, .noRepository, .gitFailed, .unexpectedGitOutput, .badPattern:
            gitSentence
        case .unreachable, .timedOut, .tooLarge, .refusedRequest, .rateLimited, .badAnswer,
            .secretMissing, .unusable:
            serverSentence
        }
    }

    private var fileSentence: String {
        switch self {
        case .unreadable(let file, let reason):
            "\(file) cannot be read: \(reason)."
        case .damagedGzip(let file, let reason):
            "\(file) is damaged: \(reason). Fetch or compress it again."
        case .unknownForm(let file, let form, let mend):
            "\(file) is \(form). \(mend)"
        case .refused(let file, let report):
            "\(file) is refused, since \(report.rejected) of its \(report.read) rows are bad."
                + " Mend them, or import without strictness to leave them out:"
                + Self.list(report)
        case .noUsableRow(let file, let rows, let first):
            "\(file) has no row that can be used, of \(rows); nothing was taken."
                + " The first: \(first). Mend the file, or leave it out."
        case .repeatedExport(let file, let rows, let all):
            "\(file) repeats \(rows) of its \(all) rows word for word from the files before it, as a"
                + " second export of the same charges would; nothing was taken. If each file is an"
                + " export of its own, say `exports: file` (--exports file): then the later counts."
        case .doubledExport(let file, let rows, let all):
            "\(file) repeats \(rows) of its \(all) rows word for word, as a file that was written"
                + " twice would; nothing was taken. Write it again, or import it with --replace if"
                + " each of them was charged."
        case .damagedExport(let file, let rows, let reason):
            "\(file) is damaged behind \(rows) rows: \(reason). They count only for bills of which"
                + " no more is known. Fetch or compress it again."
        default: ""
        }
    }

    /// The bad rows, a line each.
    private static func list(_ report: CollectReport) -> String {
        let more = report.rejected - report.problems.count
        return report.problems.map { "\n  \($0)" }.joined()
            + (more > 0 ? "\n  and \(more) more" : "")
    }

    private var columnSentence: String {
        switch self {
        case .badHeader(let file, let line, let reason):
            "\(file):\(line): the header cannot be read: \(reason)."
        case .missingColumn(let file, let column, let found):
            "\(file) has no column \(column). Its columns are: \(found.joined(separator: ", "))."
                + " Name one with --map \(column)=COLUMN or give the value with"
                + " --set \(column)=VALUE."
        case .repeatedColumn(let file, let column):
            "\(file) has the column \(column) twice in its header. Rename or remove one."
        case .ambiguousColumn(let file, let column, let candidates):
            "\(file) has several columns that may be \(column):"
                + " \(candidates.joined(separator: ", ")). Choose one with"
                + " --map \(column)=\(candidates.first ?? "COLUMN")."
        case .unknownColumn(let name, let known):
            "\(name) is no column of this kind of record. The columns are:"
                + " \(known.joined(separator: ", "))."
        default: ""
        }
    }

    private var gitSentence: String {
        switch self {
        case .gitUnavailable(let reason):
            "The program git cannot be started: \(reason). Install it (apt install git)."
        case .noRepository(let path):
            "\(path) is no git repository. Correct its path in the configuration."
        case .gitFailed(let path, let command, let status, let message):
            "git \(command) failed in \(path) with status \(status): \(message)"
        case .unexpectedGitOutput(let path, let command, let reason):
            "git \(command) in \(path) printed what cannot be understood: \(reason)."
        case .badPattern(let pattern, let reason):
            "The pattern \(pattern) cannot be used: \(reason)."
        default: ""
        }
    }

    private var serverSentence: String {
        switch self {
        case .unreachable(let address, let reason):
            "\(address) cannot be reached: \(reason)."
        case .timedOut(let address, let seconds):
            "\(address) did not answer whole within \(seconds) s. Allow more with `timeout`."
        case .tooLarge(let address, let limit, let mend):
            "\(address) answered with more than \(limit) bytes; nothing of it was taken. \(mend)"
        case .refusedRequest(let address, let status, let message):
            "\(address) refused with status \(status)\(message.isEmpty ? "" : ": \(message)")."
        case .rateLimited(let address, let until):
            "\(address) was asked too often\(until.map { " and may be asked again at \($0)" } ?? "")."
                + " What was read is kept; the next collection goes on from there."
        case .badAnswer(let address, let reason):
            "\(address) answered what cannot be understood: \(reason)."
        case .secretMissing(let secret, let reason):
            "The secret \(secret) cannot be read: \(reason)."
        case .unusable(let what, let reason, let mend):
            "\(what) cannot be used: \(reason). \(mend)"
        default: ""
        }
    }
}
