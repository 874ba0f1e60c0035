import D8SModel
import GRDB

extension Ingestion {
    mutating func add(_ runs: [Run]) throws {
        guard !runs.isEmpty else { return }
        let insert = try PreparedStatement(Self.insertRun, in: db)
        let update = try PreparedStatement(Self.updateRun, in: db)
        for run in runs {
            try Self.naming({ "run \(Excerpt.of(run.id))" }) {
                let service = try run.service?.ifAny.map { try self.service($0) }
                try insert.bind(service, at: 10)
                try bind(run, to: insert)
                let isNew = try insert.run() == 1
                try update.bind(service, at: 10)
                try bind(run, to: update)
                let isChanged = try !isNew && update.run() == 1
                let hasNewSteps = try putSteps(of: run)
                note(inserted: isNew, updated: isChanged || hasNewSteps)
            }
        }
    }

    private func bind(_ run: Run, to statement: PreparedStatement) throws {
        try statement.bind(source, at: 1)
        try statement.bind(run.id, at: 2)
        try statement.bind(run.kind.rawValue, at: 3)
        try statement.bind(run.name?.ifAny, at: 4)
        try statement.bind(run.pipeline, at: 5)
        try statement.bind(run.namespace?.ifAny, at: 6)
        try statement.bind(run.parent?.ifAny, at: 7)
        try statement.bind(run.task?.ifAny, at: 8)
        try statement.bind(run.created.milliseconds, at: 9)
        try statement.bind(run.started?.milliseconds, at: 11)
        try statement.bind(run.finished?.milliseconds, at: 12)
        try statement.bind(run.status.rawValue, at: 13)
        try statement.bind(run.reason?.ifAny, at: 14)
        try statement.bind(run.message?.ifAny, at: 15)
        try statement.bind(Int64(run.retries), at: 16)
        try statement.bind(run.pod?.ifAny, at: 17)
    }

    private static let insertRun = """
        INSERT INTO runs (
            source, id, kind, name, pipeline, namespace, parent, task, created, service, started,
            finished, status, reason, message, retries, pod
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (source, id) DO NOTHING
        """

    /// A later file may know only of the run's end, so that the earliest creation stays.
    private static let updateRun = """
        UPDATE runs SET
            kind = ?3, name = coalesce(?4, name), pipeline = ?5,
            namespace = coalesce(?6, namespace), parent = coalesce(?7, parent),
            task = coalesce(?8, task), created = min(created, ?9), service = coalesce(?10, service),
            started = coalesce(?11, started), finished = coalesce(?12, finished), status = ?13,
            reason = coalesce(?14, reason), message = coalesce(?15, message), retries = ?16,
            pod = coalesce(?17, pod)
        WHERE source = ?1 AND id = ?2 AND (
            kind <> ?3 OR name IS NOT coalesce(?4, name) OR pipeline <> ?5
            OR namespace IS NOT coalesce(?6, namespace) OR parent IS NOT coalesce(?7, parent)
            OR task IS NOT coalesce(?8, task) OR created > ?9
            OR service IS NOT coalesce(?10, service) OR started IS NOT coalesce(?11, started)
            OR finished IS NOT coalesce(?12, finished) OR status <> ?13
            OR reason IS NOT coalesce(?14, reason) OR message IS NOT coalesce(?15, message)
            OR retries <> ?16 OR pod IS NOT coalesce(?17, pod)
        )
        """
}
