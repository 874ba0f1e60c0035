extension ImportColumns {
    /// The columns of a file of runs of pipelines and tasks.
    static let runs: [ImportColumn] = [
        ImportColumn(
            .id,
            "id",
            aliases: ["uid", "run id", "run"],
            isRequired: true,
            "unique within the source"
        ),
        ImportColumn(
            .kind,
            "kind",
            aliases: ["type"],
            fallback: "pipeline",
            "pipeline or task; pipeline in a file without the column"
        ),
        ImportColumn(.name, "name", aliases: ["run name", "number"], "the name of this run"),
        ImportColumn(
            .pipeline,
            "pipeline",
            aliases: ["pipeline name", "workflow", "definition"],
            isRequired: true,
            "what was run: the pipeline's name, or the task's"
        ),
        ImportColumn(.namespace, "namespace", "where it ran"),
        ImportColumn(
            .parent,
            "parent",
            aliases: ["parent id", "pipeline run"],
            "id of the pipeline run that a task run belongs to"
        ),
        ImportColumn(.task, "task", aliases: ["task name"], "the task's name within its pipeline"),
        ImportColumn(
            .service,
            "service",
            aliases: ["app", "application", "project", "component"],
            "the service that it builds or deploys"
        ),
        ImportColumn(
            .created,
            "created",
            aliases: ["created at", "queued", "queued at"],
            "when it was asked for; the same as started if empty"
        ),
        ImportColumn(.started, "started", aliases: ["started at", "start"], "when it began"),
        ImportColumn(
            .finished,
            "finished",
            aliases: ["finished at", "end", "ended at", "completed at"],
            "when it had ended; empty while it runs"
        ),
        ImportColumn(
            .status,
            "status",
            aliases: ["result", "outcome", "conclusion"],
            isRequired: true,
            "pending, running, success, failure, cancelled, timeout or unknown, or a usual word for"
                + " one of them"
        ),
        ImportColumn(.reason, "reason", "the source's own word for its end"),
        ImportColumn(.message, "message", aliases: ["error"], "why it ended so, for people"),
        ImportColumn(.retries, "retries", "how many times it was tried again"),
        ImportColumn(.pod, "pod", aliases: ["runner", "machine", "node"], "where it ran"),
        ImportColumn(.team, "team", "the team that owns the service"),
    ]
}
