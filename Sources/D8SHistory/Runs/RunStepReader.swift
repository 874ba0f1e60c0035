import D8SModel
import GRDB

/// Reads the steps of one run after the other.
struct RunStepReader {
    private let select: PreparedStatement

    init(_ db: Database) throws {
        select = try PreparedStatement(
            """
            SELECT name, kind, started, finished, exit_code, reason, cpu_request, memory_request
            FROM run_steps WHERE run = ?1 ORDER BY position
            """,
            in: db
        )
    }

    /// In the order in which the source gave them.
    func steps(of run: Int64) throws -> [RunStep] {
        defer { select.reset() }
        try select.bind(run, at: 1)
        var steps: [RunStep] = []
        while try select.step() {
            steps.append(
                RunStep(
                    name: select.text(0),
                    kind: RunStep.Kind(rawValue: select.text(1)) ?? .step,
                    started: select.optionalInstant(2),
                    finished: select.optionalInstant(3),
                    exitCode: select.optionalInteger(4).map { Int($0) },
                    reason: select.optionalText(5),
                    cpuRequest: select.optionalReal(6),
                    memoryRequest: select.optionalReal(7)
                )
            )
        }
        return steps
    }
}
