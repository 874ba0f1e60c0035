import Foundation

/// Small text files, with errors that name them.
enum TextFile {
    /// What a configuration or a list of acceptances never reaches.
    static let sizeLimit = 1 << 20

    static func read(_ path: String) throws(CommandError) -> String {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            throw .unreadable(file: path, reason: "it is a folder")
        }
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(file: path, reason: reason(of: error))
        }
        guard bytes.count <= sizeLimit else {
            throw .unreadable(file: path, reason: "it is larger than 1 MB; is it the right file?")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(file: path, reason: "it is not UTF-8 text; save it as UTF-8")
        }
        return text
    }

    /// Writes the file whole or not at all.
    static func write(_ text: String, to path: String) throws(CommandError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(file: path, reason: reason(of: error))
        }
    }

    /// The system's words for what Foundation could not do, where it tells them.
    static func reason(of error: any Error) -> String {
        guard let error = error as? CocoaError else { return error.localizedDescription }
        switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "there is no such file or folder"
        case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
        case .fileWriteOutOfSpace: return "no space left"
        case .fileWriteVolumeReadOnly: return "the file system is read-only"
        default:
            let cause = error.userInfo[NSUnderlyingErrorKey]
            return (cause as? any Error)?.localizedDescription ?? error.localizedDescription
        }
    }
}
