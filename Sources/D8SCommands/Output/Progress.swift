import Foundation
import Logging

/// What a long command says while it works, on standard error, a line a step.
enum Progress {
    /// A logger that prints plain lines; a quiet one prints errors only.
    static func logger(quiet: Bool) -> Logger {
        var logger = Logger(label: "d8s") { _ in PlainLogHandler() }
        logger.logLevel = quiet ? .error : .info
        return logger
    }
}
