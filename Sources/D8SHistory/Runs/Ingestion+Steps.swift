import D8SModel
import GRDB

extension Ingestion {
    /// Replaces the steps of a run by what is said now; none says nothing of them.
    ///
    /// - Returns: True if there were others before.
    func putSteps(of run: Run) throws -> Bool {
        guard !run.steps.isEmpty else { return false }
        let key = try self.key(of: run)
        guard try RunStepReader(db).steps(of: key) != run.steps else { return false }
        let delete = try PreparedStatement("DELETE FROM run_steps WHERE run = ?1", in: db)
        try delete.bind(key, at: 1)
        try delete.run()
        let insert = try PreparedStatement(Self.insertStep, in: db)
        for (position, step) in run.steps.enumerated() {
            try insert.bind(key, at: 1)
            try insert.bind(Int64(position), at: 2)
            try Self.bind(step, to: insert)
            try insert.run()
        }
        return true
    }

    private func key(of run: Run) throws -> Int64 {
        let select = try PreparedStatement(
            "SELECT key FROM runs WHERE source = ?1 AND id = ?2",
            in: db
        )
        defer { select.reset() }
        try select.bind(source, at: 1)
        try select.bind(run.id, at: 2)
        return try select.step() ? select.integer(0) : 0
    }

    private static func bind(_ step: RunStep, to statement: PreparedStatement) throws {
        try statement.bind(step.name, at: 3)
        try statement.bind(step.kind.rawValue, at: 4)
        try statement.bind(step.started?.milliseconds, at: 5)
        try statement.bind(step.finished?.milliseconds, at: 6)
        try statement.bind(step.exitCode.map(Int64.init), at: 7)
        try statement.bind(step.reason, at: 8)
        try statement.bind(step.cpuRequest, at: 9)
        try statement.bind(step.memoryRequest, at: 10)
    }

    private static let insertStep = """
        INSERT INTO run_steps (
            run, position, name, kind, started, finished, exit_code, reason, cpu_request,
            memory_request
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """
}
