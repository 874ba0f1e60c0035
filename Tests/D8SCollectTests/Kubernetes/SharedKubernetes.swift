import Foundation

/// Real lists that are not in this repository: `D8S_SHARED_DATA` names the folder, else it is looked
/// for beside the package.
enum SharedKubernetes {
    static let folder: String = {
        if let path = ProcessInfo.processInfo.environment["D8S_SHARED_DATA"] { return path }
        let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
            url.deletingLastPathComponent()
        }
        return root.path + "/shared/data"
    }()

    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder + "/k8s-api/SOURCE.txt")
            && FileManager.default.fileExists(atPath: folder + "/tekton/SOURCE.txt")
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }

    /// The JSON of a file as Foundation reads it, so that expectations do not come from the program.
    static func json(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
