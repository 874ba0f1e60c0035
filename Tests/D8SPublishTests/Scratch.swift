import D8SModel
import D8STestSupport
import Foundation

@testable import D8SPublish

/// A temporary folder that is gone when the test is.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/d8s-publish-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var target: String { path + "/output" }

    func publisher(
        retention: Retention = Retention(),
        world: World = .quick
    ) -> Publisher {
        Publisher(target: target, retention: retention, world: world)
    }

    func write(_ text: String, to name: String) throws {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    func attributes(_ name: String) throws -> (inode: UInt64, modified: Date) {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        let inode = (attributes[.systemFileNumber] as? UInt64) ?? 0
        return (inode, (attributes[.modificationDate] as? Date) ?? .distantPast)
    }

    /// Relative paths of all files below `output`, sorted.
    func tree() -> [String] {
        // The enumerator does not follow a link, and the target may be one.
        let folder = (try? Disk.realPath(target)) ?? target
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(
                atPath: target + "/" + path,
                isDirectory: &isFolder
            ) && !isFolder.boolValue
        }.sorted()
    }

    /// Every file of `output` with its bytes.
    func bytes() -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: tree().map {
                ($0, FileManager.default.contents(atPath: target + "/" + $0) ?? Data())
            }
        )
    }
}

extension World {
    /// The real world without waiting for the disk.
    static let quick = World(isDurable: false)
}

func night(_ day: String) -> Night {
    let asOf = Instant(iso8601: day + "T02:00:00Z") ?? Instant(milliseconds: 0)
    return Night(
        organisation: "Acme",
        asOf: asOf,
        zone: .utc,
        validUntil: asOf.adding(seconds: 86_400),
        url: nil,
        generator: "d8s test"
    )
}

let summary = EditionSummary(headline: "Nothing needs attention.", items: [:])

/// A small site whose page and style sheet carry the same word.
func site(_ word: String = "one") -> [SiteFile] {
    let filler = String(repeating: "<p>text</p>\n", count: 120)
    return [
        SiteFile(
            path: "index.html",
            text: "<link rel=stylesheet href=assets/site.css><p id=x>\(word)</p>\n" + filler
        ),
        SiteFile(path: "assets/site.css", text: "/* \(word) */"),
        SiteFile(path: "still.html", text: "<a href='index.html#x'>never changes</a>" + filler),
    ]
}
