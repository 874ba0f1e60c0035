import Foundation
import Logging

/// Writes log messages as people read them: the words alone, warnings and errors named.
struct PlainLogHandler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let prefix =
            switch event.level {
            case .warning: "warning: "
            case .error, .critical: "error: "
            default: ""
            }
        FileHandle.standardError.write(
            Data("\(prefix)\(TerminalText.of("\(event.message)"))\n".utf8)
        )
    }
}
