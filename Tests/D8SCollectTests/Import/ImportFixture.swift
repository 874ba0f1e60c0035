import D8SCollect
import D8SModel
import Foundation

/// A file of the test's own, gone when the test is over.
final class ImportFixture {
    let path: String

    init(_ bytes: [UInt8], name: String = "rows.csv") throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String, name: String = "rows.csv") throws {
        try self.init(Array(text.utf8), name: name)
    }

    deinit {
        try? FileManager.default.removeItem(
            at: URL(fileURLWithPath: path).deletingLastPathComponent()
        )
    }

    /// What an importer makes of the file.
    func read(_ importer: Importer) throws -> Imported {
        var imported = Imported()
        imported.report = try importer.read(path) { imported.take($0) }
        return imported
    }
}

/// All batches of an import together.
struct Imported {
    var report = CollectReport()
    var services: [Service] = []
    var deployments: [Deployment] = []
    var changes: [Change] = []
    var incidents: [Incident] = []
    var largestBatch = 0

    mutating func take(_ batch: RecordBatch) {
        services += batch.services
        deployments += batch.deployments
        changes += batch.changes
        incidents += batch.incidents
        largestBatch = max(largestBatch, batch.count - batch.services.count)
    }

    /// The problems without the file's name, which differs from run to run.
    var problems: [String] {
        report.problems.map { problem in
            [problem.line.map(String.init), problem.column, problem.reason]
                .compactMap(\.self).joined(separator: ": ")
        }
    }
}

/// Imports a text as a file of this kind.
func imported(
    _ kind: ImportKind,
    _ text: String,
    mapping: ImportMapping = ImportMapping(),
    aliases: RevisionAliases = RevisionAliases(),
    isStrict: Bool = false
) throws -> Imported {
    let importer = Importer(kind: kind, mapping: mapping, aliases: aliases, isStrict: isStrict)
    return try ImportFixture(text).read(importer)
}
