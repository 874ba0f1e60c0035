import D8SModel
import Foundation

extension EditionRecord {
    /// Reads an `edition.json`; nil if D8S has not written it.
    init?(json bytes: [UInt8]) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)),
            document.format == Self.format, let night = Day(iso8601: document.night)
        else { return nil }
        self.night = night
        past = document.editions.compactMap { edition in
            Day(iso8601: edition.night).map { Past(night: $0, sha256: edition.sha256) }
        }
        files = document.files.map { File(path: $0.path, size: $0.size, sha256: $0.sha256) }
    }

    private struct Document: Decodable {
        struct Edition: Decodable {
            let night: String
            let sha256: String
        }

        struct Entry: Decodable {
            let path: String
            let size: Int
            let sha256: String
        }

        let format: String
        let night: String
        let editions: [Edition]
        let files: [Entry]
    }
}
