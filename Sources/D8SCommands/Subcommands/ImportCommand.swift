import ArgumentParser
import D8SCollect
import D8SHistory
import D8SModel
import Foundation

/// The command `d8s import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings deployments, changes or incidents from CSV or JSON Lines.",
        discussion: """
            Files are CSV with a header (RFC 4180) or JSON Lines, plain or .gz; - is standard
            input. The same file twice changes nothing. A row that cannot be used is named
            with file, line and column, and leaves the others in; exit status 1 says that
            there were such rows.

            Examples:
              d8s import deployments deployments.csv.gz
              d8s import changes --set service=checkout --map revision=sha changes.jsonl
              d8s import incidents - < incidents.csv
              d8s import deployments log.csv.gz --map revision=new_tag \\
                --set status=success --only environment=production \\
                --aliases checkout=tags.csv

            \(ImportKind.allCases.map(ImportColumns.help).joined(separator: "\n\n"))

            \(ImportColumns.times)
            """
    )

    @Argument(help: "deployments, changes or incidents.")
    var kind: ImportKind

    @Argument(help: "Files to import; - is standard input.")
    var files: [String]

    @OptionGroup var config: ConfigOptions

    @Option(help: ArgumentHelp("Which column of the file is meant.", valueName: "column=name"))
    var map: [String] = []

    @Option(help: ArgumentHelp("A value for a column of all rows.", valueName: "column=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Only rows with this value.", valueName: "column=value"))
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of tags and their commits: its columns are tag, revision and, if need be, "
                + "service.",
            valueName: "[service=]file"
        )
    )
    var aliases: [String] = []

    @Option(help: ArgumentHelp("Where times without a zone are.", valueName: "name"))
    var timezone: String?

    @Option(help: ArgumentHelp("What the history calls this source.", valueName: "name"))
    var source: String?

    @Flag(help: "Refuse a file whole if a row of it cannot be used.")
    var strict = false

    func run() async throws {
        let session = try Session.orDefaults(config)
        let files = try importFiles()
        let name = source ?? files.sourceName
        let source = SourceConfiguration(name: name, interval: nil, collector: files)
        let collection = Collection(history: session.history, log: session.log) { session.now() }
        let report = try await collection.collect(source)
        guard let report else { throw ExitCode.failure }
        guard report.rejected == 0 else { throw CommandError.rejectedRows(report.rejected) }
    }

    private func importFiles() throws(CommandError) -> ImportFiles {
        let here = FileManager.default.currentDirectoryPath
        return ImportFiles(
            records: kind,
            paths: files,
            mapping: ImportMapping(
                columns: try assignments(map, "--map"),
                constants: try assignments(set, "--set"),
                filters: try assignments(only, "--only")
            ),
            aliases: aliases.map { ImportFiles.alias($0, in: here) },
            zone: try zone(),
            isStrict: strict
        )
    }

    private func zone() throws(CommandError) -> Zone? {
        guard let timezone else { return nil }
        guard let zone = Zone(identifier: timezone) else {
            throw .badArgument(name: "--timezone", value: timezone, form: "an IANA name")
        }
        return zone
    }

    private func assignments(
        _ texts: [String],
        _ flag: String
    ) throws(CommandError) -> [ImportMapping.Assignment] {
        try texts.map { text throws(CommandError) in
            guard let assignment = ImportMapping.Assignment(parsing: text) else {
                throw .badArgument(name: flag, value: text, form: "column=value")
            }
            return assignment
        }
    }
}

extension ImportKind: ExpressibleByArgument {}
