import D8SModel

extension RecordReader {
    /// What a row of a file of runs is.
    func run(_ view: RowView) throws(RowFault) -> Run {
        let id = try view.required(.id)
        let kind = try kind(view)
        let started = try view.time(.started), finished = try view.time(.finished)
        guard let created = try view.time(.created) ?? started ?? finished else {
            throw RowFault(.created, "is empty, and so are the times it started and finished")
        }
        if let started, let finished, finished < started {
            throw RowFault(.finished, "is before the start")
        }
        return Run(
            id: id,
            kind: kind,
            name: try view.word(.name),
            pipeline: try view.required(.pipeline),
            namespace: try view.word(.namespace),
            parent: try view.word(.parent),
            task: try view.word(.task),
            service: try view.word(.service),
            created: created,
            started: started,
            finished: finished,
            status: try status(view),
            reason: try view.word(.reason),
            message: try view.text(.message),
            retries: try retries(view),
            pod: try view.word(.pod)
        )
    }

    private func kind(_ view: RowView) throws(RowFault) -> Run.Kind {
        let word = try view.required(.kind)
        switch ImportColumn.key(of: word) {
        case "pipeline", "pipelinerun", "workflow", "build": return .pipeline
        case "task", "taskrun", "job": return .task
        default: throw RowFault(.kind, "`\(word.abridged)` is neither pipeline nor task")
        }
    }

    private func status(_ view: RowView) throws(RowFault) -> RunStatus {
        let word = try view.required(.status)
        if let status = RunStatus(word: word) { return status }
        let words = RunStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw RowFault(.status, "`\(word.abridged)` is not known: use one of \(words)")
    }

    private func retries(_ view: RowView) throws(RowFault) -> Int {
        guard let word = try view.word(.retries) else { return 0 }
        guard let count = Int(word), (0...1_000_000).contains(count) else {
            throw RowFault(.retries, "`\(word.abridged)` is no count")
        }
        return count
    }
}
