import Foundation

/// Real answers that are not in this repository: `D8S_SHARED_DATA` names the folder, else it is
/// looked for beside the package.
enum RecordedPayloads {
    /// Nil if the data is not there.
    static let folder: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let path =
            ProcessInfo.processInfo.environment["D8S_SHARED_DATA"]
            ?? folder.appendingPathComponent("../shared/data").standardized.path
        let isThere = FileManager.default.fileExists(atPath: path + "/devlake")
        return isThere ? path : nil
    }()

    static var isThere: Bool { folder != nil }

    /// The list that an API answered: column `data` of DevLake's raw tables, an object in each row.
    static func list(_ table: String) throws -> String {
        let path = (folder ?? "") + "/devlake/" + table
        let rows = rows(try String(contentsOfFile: path, encoding: .utf8))
        guard let column = rows.first?.firstIndex(of: "data") else { return "no column data" }
        return "[" + rows.dropFirst().map { $0[column] }.joined(separator: ",") + "]"
    }

    /// The first element of a list.
    static func first(of list: String) throws -> String {
        let elements = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [Any]
        let first = try JSONSerialization.data(withJSONObject: elements?.first ?? [:])
        return String(decoding: first, as: UTF8.self)
    }

    /// A member of the payload of a webhook, which has the form that the API answers with.
    static func member(_ name: String, of payload: String) throws -> String {
        let path = (folder ?? "") + "/github-payloads/payload-examples/api.github.com/" + payload
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let member = try JSONSerialization.data(withJSONObject: object?[name] ?? [:])
        return String(decoding: member, as: UTF8.self)
    }

    /// RFC 4180.
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = [], row: [String] = [], field: [UInt8] = []
        var isQuoted = false, bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && bytes.first == byte:
                field.append(byte)
                bytes.removeFirst()
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == UInt8(ascii: "\n") {
                    rows.append(row)
                    row = []
                }
            default: field.append(byte)
            }
        }
        if !field.isEmpty { rows.append(row + [String(decoding: field, as: UTF8.self)]) }
        return rows
    }
}
