package import D8SModel
import GRDB

extension History {
    /// The runs that were created in a window, sorted by creation, then source and id.
    package func runs(in window: Window) throws(HistoryError) -> [Run] {
        try read { db in
            let steps = try RunStepReader(db)
            let select = try PreparedStatement(Self.selectRuns, in: db)
            defer { select.reset() }
            try select.bind(window.start.milliseconds, at: 1)
            try select.bind(window.end.milliseconds, at: 2)
            var runs: [Run] = []
            while try select.step() {
                runs.append(Self.run(select, steps: try steps.steps(of: select.integer(0))))
            }
            return runs
        }
    }

    private static func run(_ row: PreparedStatement, steps: [RunStep]) -> Run {
        Run(
            id: row.text(1),
            kind: Run.Kind(rawValue: row.text(2)) ?? .task,
            name: row.optionalText(3),
            pipeline: row.text(4),
            namespace: row.optionalText(5),
            parent: row.optionalText(6),
            task: row.optionalText(7),
            service: row.optionalText(8),
            created: row.instant(9),
            started: row.optionalInstant(10),
            finished: row.optionalInstant(11),
            status: RunStatus(rawValue: row.text(12)) ?? .unknown,
            reason: row.optionalText(13),
            message: row.optionalText(14),
            retries: Int(row.integer(15)),
            pod: row.optionalText(16),
            steps: steps
        )
    }

    private static let selectRuns = """
        SELECT
            key, runs.id, kind, runs.name, pipeline, namespace, parent, task, services.name,
            created, started, finished, status, reason, message, retries, pod
        FROM runs LEFT JOIN services ON services.id = runs.service
        WHERE created >= ?1 AND created < ?2
        ORDER BY created, source, runs.id
        """
}
