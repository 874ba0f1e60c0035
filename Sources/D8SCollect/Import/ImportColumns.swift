/// The one list of all columns: the importer reads by it, the help and the manual print it.
package enum ImportColumns {
    package static func of(_ kind: ImportKind) -> [ImportColumn] {
        switch kind {
        case .deployments: deployments
        case .changes: changes
        case .incidents: incidents
        case .runs: runs
        }
    }

    private static let revisionAliases = [
        "sha", "commit", "commit sha", "commit id", "new sha", "new tag",
    ]

    private static let service = ImportColumn(
        .service,
        "service",
        aliases: ["app", "application", "project", "component"],
        isRequired: true,
        "the service's name"
    )

    private static let team = ImportColumn(.team, "team", "the team that owns the service")

    private static let deployments: [ImportColumn] = [
        service,
        ImportColumn(
            .environment,
            "environment",
            aliases: ["env"],
            fallback: "production",
            "where it was deployed; production in a file without the column"
        ),
        ImportColumn(
            .id,
            "id",
            aliases: ["deployment", "deployment id"],
            "unique within the service; made of environment, finish and revision if empty"
        ),
        ImportColumn(
            .revision,
            "revision",
            aliases: revisionAliases,
            "the commit that was deployed, or a tag that --aliases resolves to one"
        ),
        ImportColumn(
            .name,
            "name",
            aliases: ["version", "release", "tag"],
            "what people call the deployment"
        ),
        ImportColumn(.started, "started", aliases: ["started at", "start"], "when it began"),
        ImportColumn(
            .finished,
            "finished",
            aliases: ["finished at", "end", "ended at", "time", "timestamp", "deployed at"],
            isRequired: true,
            "when it had ended"
        ),
        ImportColumn(
            .status,
            "status",
            aliases: ["result", "outcome", "conclusion"],
            fallback: "success",
            "success, failure or cancelled, or a usual word for one of them; success in a file"
                + " without the column"
        ),
        ImportColumn(
            .unplanned,
            "unplanned",
            "yes or no: it repaired a fault that users could see"
        ),
        ImportColumn(
            .reason,
            "reason",
            aliases: ["rework", "rework reason"],
            "why it was unplanned: hotfix, rollback, incident, or candidates: revert, patch; any"
                + " other text counts as unplanned; planned or nothing if it was planned"
        ),
        team,
    ]

    private static let changes: [ImportColumn] = [
        service,
        ImportColumn(
            .revision,
            "revision",
            aliases: ["sha", "commit", "commit sha", "commit id"],
            isRequired: true,
            "the commit id, unique within the service"
        ),
        ImportColumn(
            .parents,
            "parents",
            aliases: ["parent", "parent shas"],
            "commit ids, the first parent first, apart by space, comma or semicolon, or a JSON"
                + " array; needed where the deployment is not given"
        ),
        ImportColumn(
            .authored,
            "authored",
            aliases: ["author time", "authored at", "author date"],
            "when it was written; the same as committed if empty, one of both is needed"
        ),
        ImportColumn(
            .committed,
            "committed",
            aliases: ["commit time", "committed at", "commit date", "committer date"],
            "when it was committed; the same as authored if empty"
        ),
        ImportColumn(
            .merged,
            "merged",
            aliases: ["merged at", "merge time"],
            "when it reached the main line"
        ),
        ImportColumn(
            .deployment,
            "deployment",
            aliases: ["deployment id"],
            "id of the deployment that first carried it; if empty it is found by ancestry"
        ),
        ImportColumn(
            .subject,
            "subject",
            aliases: ["message", "title"],
            "what it does; the first line is kept"
        ),
        ImportColumn(.author, "author", aliases: ["author name"], "who wrote it"),
        team,
    ]

    private static let incidents: [ImportColumn] = [
        service,
        ImportColumn(
            .id,
            "id",
            aliases: ["number", "key", "incident id"],
            isRequired: true,
            "unique within the service"
        ),
        ImportColumn(.title, "title", aliases: ["summary"], "what users suffered"),
        ImportColumn(
            .opened,
            "opened",
            aliases: ["opened at", "created", "created at", "started", "started at"],
            isRequired: true,
            "when it began"
        ),
        ImportColumn(
            .resolved,
            "resolved",
            aliases: ["resolved at", "closed", "closed at"],
            "when it was over; empty while it is open"
        ),
        ImportColumn(
            .severity,
            "severity",
            aliases: ["priority", "urgency"],
            "the source's own word"
        ),
        ImportColumn(
            .deployment,
            "deployment",
            aliases: ["deployment id", "caused by"],
            "id of the deployment that caused it"
        ),
        team,
    ]

    /// The columns of a file that resolves tags to commits.
    package static let aliases: [ImportColumn] = [
        ImportColumn(.tag, "tag", aliases: ["name", "ref"], isRequired: true, "the tag"),
        ImportColumn(
            .revision,
            "revision",
            aliases: ["sha", "commit", "commit sha", "commit id"],
            isRequired: true,
            "the commit that it stands for"
        ),
        ImportColumn(
            .service,
            "service",
            aliases: ["app", "application", "project", "component"],
            "the service whose tag it is; every service's if empty"
        ),
    ]

    /// How times are written, for the help text.
    package static let times =
        "Times are ISO 8601 with a zone (2026-11-20T14:05:00Z, 2026-11-20 15:05:00 +0100) or Unix"
        + " time: a number below 100,000,000,000 is seconds, any other one milliseconds. A time"
        + " without a zone is a bad row unless --timezone names one."

    /// The columns of a kind as a paragraph of a help text, at most 78 characters wide.
    ///
    /// A heading, then a block a column: its name, with a star where a file needs it, and what it
    /// means, with the other names under which it is found.
    package static func help(for kind: ImportKind) -> String {
        let heading = "Columns of \(kind.rawValue) (*: needed; other names in brackets):\n"
        return heading + of(kind).map(\.help).joined(separator: "\n")
    }
}

extension ImportColumn {
    /// The column as lines of a help text: its name, then what it means beside it.
    var help: String {
        let others = aliases.enumerated().map { index, name in
            (index == 0 ? "(" : "") + name + (index == aliases.count - 1 ? ")" : ",")
        }
        var lines = [""]
        for word in meaning.split(separator: " ").map(String.init) + others {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = word
            } else if last.count + word.count < 62 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(word)
            }
        }
        let title = "  " + name + (isRequired ? "*" : "")
        let margin = String(repeating: " ", count: 15)
        return title + margin.dropFirst(title.count) + lines.joined(separator: "\n" + margin)
    }
}
