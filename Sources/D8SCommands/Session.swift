import D8SHistory
import D8SModel
import Foundation
import Logging

/// What a command works with: the configuration, the open history, and the clock.
struct Session {
    var configuration: Configuration
    let history: History
    let log: Logger

    /// Reads the configuration and opens the history, which is made if it is not there.
    init(_ options: ConfigOptions) throws {
        try self.init(options.load(), quiet: options.quiet)
    }

    /// The same for a command that only asks.
    ///
    /// It writes nothing, so that it works while others write. Where there is no history it is
    /// empty. SQLite itself still needs to make files beside a history that nobody has open.
    init(reading options: ConfigOptions) throws {
        configuration = try options.loadForHistory()
        let isThere = FileManager.default.fileExists(atPath: configuration.history)
        history =
            isThere ? try History(readingAt: configuration.history) : try History.inMemory()
        log = Progress.logger(quiet: options.quiet)
    }

    /// The same for another history than the configuration's, which has to be there.
    init(reading file: String, _ options: ConfigOptions) throws {
        configuration = try options.loadOrDefaults()
        let folder = FileManager.default.currentDirectoryPath
        configuration.history = FilePath.absolute(file, in: folder)
        history = try History(readingAt: configuration.history)
        log = Progress.logger(quiet: options.quiet)
    }

    init(_ configuration: Configuration, quiet: Bool) throws {
        self.configuration = configuration
        history = try History(at: configuration.history)
        log = Progress.logger(quiet: quiet)
    }

    var format: Format {
        Format(language: configuration.language, zone: configuration.zone)
    }

    /// The clock: read only where a person gave no instant, and to date a collection.
    func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}

extension Session {
    /// The same without a configuration: the defaults of this folder, if there is no `d8s.yaml`.
    static func orDefaults(_ options: ConfigOptions) throws -> Session {
        try Session(try options.loadOrDefaults(), quiet: options.quiet)
    }
}
