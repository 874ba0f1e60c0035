import ArgumentParser
import D8SCollect
import D8SHistory
import D8SModel
import Foundation

/// The command `d8s import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Brings deployments, changes, incidents, runs, series, events or costs from files.",
        discussion: """
            Files are CSV with a header (RFC 4180) or JSON Lines, plain or .gz; - is standard
            input. The same file twice changes nothing. A row that cannot be used is named
            with file, line and column, and leaves the others in; exit status 1 says that
            there were such rows.

            Series are OpenMetrics or Prometheus text with times, or CSV with the columns
            time, metric and value, all others being labels, or with a column per metric.
            Events are JSON objects, one on each line, in arrays or one after the other:
            CDEvents (service, incident, pipelineRun, taskRun, change), in CloudEvents 1.0 or
            not, and {"type": "deployment", …} (or change, incident, run) with the columns
            below as fields. Files of series, events and costs may also be folders and patterns.

            Costs are FOCUS 1.0 to 1.2 as CSV with a header, plain or .gz. What an export says of
            an account's billing period takes the place of what an earlier one said; what changed
            is kept. The files of one folder are the parts of one export: name them in one
            command. An export that is worse than what is known takes the place of nothing unless
            --replace is given: one that was cut off or ends earlier, has rows that cannot be used,
            or lacks costs or services that are known. A bill counts once over all sources: what
            was taken in last. `d8s history forget-costs` removes a bill that came by mistake.

            Examples:
              d8s import deployments deployments.csv.gz
              d8s import changes --set service=checkout --map revision=sha changes.jsonl
              d8s import incidents - < incidents.csv
              d8s import runs --map pipeline=workflow runs.csv
              d8s import series metrics.om.gz
              d8s import series --map value=load1 --set metric=load loads.csv
              d8s import events events.jsonl spool/
              d8s import costs focus-2026-10.csv.gz
              d8s import costs --set BillingCurrency=EUR exports/2026-10/
              d8s import costs --exports file nights/*.csv.gz
              d8s import deployments log.csv.gz --map revision=new_tag \\
                --set status=success --only environment=production \\
                --aliases checkout=tags.csv

            \(ImportKind.allCases.map(ImportColumns.help).joined(separator: "\n\n"))

            \(ImportColumns.times)
            """
    )

    @Argument(help: "deployments, changes, incidents, runs, series, events or costs.")
    var kind: ImportSubject

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

    @Option(help: "Costs: whether a folder's files are one export, or each file is: folder, file.")
    var exports: FocusFiles.Unit?

    @Flag(help: "Costs: what the files say counts, even where the history knows more.")
    var replace = false

    func run() async throws {
        let session = try Session.orDefaults(config)
        let (name, files) = try collector()
        let source = SourceConfiguration(name: source ?? name, interval: nil, collector: files)
        let collection = Collection(history: session.history, log: session.log) { session.now() }
        let outcome = try await collection.outcome(of: source)
        guard let outcome else { throw ExitCode.failure }
        guard outcome.count.refusedStatements.isEmpty else { throw ExitCode.failure }
        guard outcome.report.rejected == 0 else {
            throw CommandError.rejectedRows(outcome.report.rejected)
        }
        guard outcome.report.empty == 0 else { throw ExitCode.failure }
    }

    /// What reads the files, and what the history calls it unless somebody names it.
    private func collector() throws(CommandError) -> (String, any Collector) {
        if let kind = kind.kind {
            try refuse(exports.map { [$0.rawValue] } ?? [], "--exports")
            try refuse(replace ? ["true"] : [], "--replace")
            let files = try importFiles(kind)
            return (files.sourceName, files)
        }
        let name = "import:\(kind.rawValue):" + (files.first.map(FilePath.lastComponent) ?? "-")
        try refuse(only, "--only")
        try refuse(aliases, "--aliases")
        try refuse(strict ? ["true"] : [], "--strict")
        if kind == .costs { return try costFiles(name) }
        try refuse(exports.map { [$0.rawValue] } ?? [], "--exports")
        try refuse(replace ? ["true"] : [], "--replace")
        guard kind == .series else {
            try refuse(map, "--map")
            try refuse(set, "--set")
            return (name, EventFiles(paths: files, zone: try zone()))
        }
        return (name, SeriesFiles(paths: files, mapping: try seriesMapping(), zone: try zone()))
    }

    private func costFiles(_ name: String) throws(CommandError) -> (String, any Collector) {
        try refuse(timezone.map { [$0] } ?? [], "--timezone")
        let files = FocusFiles(
            paths: files,
            mapping: ImportMapping(
                columns: try assignments(map, "--map"),
                constants: try assignments(set, "--set")
            ),
            unit: exports ?? .folder,
            isConfirmed: replace
        )
        return ("import:costs", files)
    }

    /// Refuses a flag that says nothing of what is imported.
    private func refuse(_ values: [String], _ flag: String) throws(CommandError) {
        guard let value = values.first else { return }
        let form = "left out for \(kind.rawValue)"
        throw .badArgument(name: flag, value: value, form: form)
    }

    /// What `--map` and `--set` say of the columns of samples.
    ///
    /// `--map time=at`, `--map metric=COLUMN`, `--map value=COLUMN`; any other name is a metric whose
    /// values the column has. `--set metric=NAME` is the metric's name, any other name a label.
    private func seriesMapping() throws(CommandError) -> SeriesMapping {
        var mapping = SeriesMapping()
        for assignment in try assignments(map, "--map") {
            switch assignment.name {
            case "time": mapping.time = assignment.value
            case "value": mapping.value = assignment.value
            case "metric": mapping.metric = .column(assignment.value)
            default: mapping.values.append(assignment)
            }
        }
        for assignment in try assignments(set, "--set") {
            if assignment.name == "metric" {
                mapping.metric = .constant(assignment.value)
            } else {
                mapping.constants.append(Label(assignment.name, assignment.value))
            }
        }
        return mapping
    }

    private func importFiles(_ kind: ImportKind) throws(CommandError) -> ImportFiles {
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

extension FocusFiles.Unit: ExpressibleByArgument {}
