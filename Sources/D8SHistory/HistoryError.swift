package import D8SModel

/// Why the history could not be opened, read or written.
package enum HistoryError: Error, Hashable, Sendable {
    /// There is no file at the path, and the command only reads.
    case missing(path: String)
    /// The path is a folder, a device or anything else but a file.
    case notAFile(path: String)
    /// The operating system does not let the file be read; its words.
    case unreadable(path: String, reason: String)
    /// The operating system does not let the file be written; SQLite's words.
    case unwritable(path: String, reason: String)
    /// The file is not an SQLite database.
    case notADatabase(path: String)
    /// The database belongs to another program: this is its application id.
    case foreign(path: String, applicationID: UInt32)
    /// The database carries the id of D8S, but these tables are not in it.
    case tablesMissing(path: String, tables: [String])
    /// The database stores text in another encoding than UTF-8.
    case encoding(path: String)
    /// The database went through these steps, which this D8S does not know.
    case newer(path: String, steps: [String])
    /// The database lacks these steps, and the command only reads.
    case older(path: String, steps: [String])
    /// The database is damaged; SQLite's words.
    case corrupt(path: String, reason: String)
    /// Another process kept the database locked for longer than this many seconds.
    case busy(path: String, seconds: Double)
    /// No space is left for the database.
    case full(path: String)
    /// Records were given for a source that was not registered.
    case unknownSource(name: String)
    /// One record breaks a rule of the schema; nothing of its batch was written.
    case row(record: String, reason: String)
    /// A chunk of a series cannot be read; `resolution` is in milliseconds, 0 for raw samples.
    case damagedChunk(series: String, resolution: Int64, first: Instant, reason: String)
    /// A row of samples that were not folded yet cannot be read.
    case damagedRound(id: Int64)
    /// Anything else that SQLite refused; its words.
    case sqlite(path: String, reason: String)

    /// Whether the same may work a little later without anybody mending something in the history.
    package var passes: Bool {
        switch self {
        case .busy, .full: true
        default: false
        }
    }
}

extension HistoryError: CustomStringConvertible {
    /// The sentences for people: what happened to which file, and what mends it.
    package var description: String {
        switch self {
        case .missing, .notAFile, .unreadable, .unwritable, .notADatabase: fileSentence
        case .foreign, .tablesMissing, .encoding, .newer, .older, .corrupt: databaseSentence
        case .damagedChunk, .damagedRound: damageSentence
        case .busy, .full, .unknownSource, .row, .sqlite: useSentence
        }
    }

    private var fileSentence: String {
        switch self {
        case .missing(let path):
            "There is no history at \(path). Collect or import something first, or name the right "
                + "file."
        case .notAFile(let path):
            "\(path) is not a file, so it cannot be the history. Name a file, for example "
                + "history.sqlite inside it."
        case .unreadable(let path, let reason):
            "The history \(path) cannot be read: \(reason). Check its path and its permissions."
        case .unwritable(let path, let reason):
            "The history \(path) cannot be written: \(reason). Its folder has to exist and, like "
                + "the file, has to be writable for this user."
        case .notADatabase(let path):
            "\(path) is not an SQLite database and was left as it is. Name the history's own file, "
                + "or a new one."
        default: ""
        }
    }

    private var databaseSentence: String {
        switch self {
        case .foreign(let path, let id):
            "\(path) is a database of another program (application id \(id)) and was left as it "
                + "is. Name the history's own file, or a new one."
        case .tablesMissing(let path, let tables):
            "\(path) says that it is a history of D8S but lacks \(listed(tables)); it was left as "
                + "it is. Restore it from a backup, or name a new file and import again."
        case .encoding(let path):
            "\(path) stores its text in UTF-16, but a history is in UTF-8; it was left as it is. "
                + "Make it again with PRAGMA encoding = 'UTF-8'."
        case .newer(let path, let steps):
            "\(path) was written by a newer D8S (it went through \(listed(steps))) and was left as "
                + "it is. Use that newer d8s, or name another file."
        case .older(let path, let steps):
            "\(path) has not yet gone through \(listed(steps)). Run d8s once with write access to "
                + "it, for example by collecting or importing."
        case .corrupt(let path, let reason):
            "The history \(path) is damaged: \(reason). Restore it from a backup, or save what can "
                + "be read with the .recover command of sqlite3."
        default: ""
        }
    }

    private var damageSentence: String {
        switch self {
        case .damagedChunk(let series, let resolution, let first, let reason):
            "The \(resolution == 0 ? "samples" : "rollups") of \(Excerpt.of(series)) from "
                + "\(first) on, one chunk of them, are damaged (\(reason)) and were left out. "
                + "Restore the history from a backup, or collect them again."
        case .damagedRound(let id):
            "Row \(id) of the head, one round of samples, is damaged and was left out. Restore the "
                + "history from a backup, or collect that time again."
        default: ""
        }
    }

    private var useSentence: String {
        switch self {
        case .busy(let path, let seconds):
            "The history \(path) was in use by another process for more than \(Int(seconds)) s. "
                + "Let that one finish, then run this again."
        case .full(let path):
            "There is no space left for the history \(path); what was being written was taken "
                + "back. Free some space, then run this again."
        case .unknownSource(let name):
            "The source \(Excerpt.of(name)) is not registered in the history. Register it before "
                + "its records are brought."
        case .row(let record, let reason):
            "The \(record) was refused: \(reason). Nothing of its batch was written; mend or leave "
                + "out this record."
        case .sqlite(let path, let reason):
            "The history \(path) cannot be used: \(reason)."
        default: ""
        }
    }

    private func listed(_ names: [String]) -> String {
        names.map(Excerpt.of).joined(separator: ", ")
    }
}
