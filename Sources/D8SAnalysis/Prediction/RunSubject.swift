package import D8SModel

/// What is run again and again: a pipeline, or a task of a pipeline.
package struct RunSubject: Hashable, Sendable, Comparable {
    package let kind: Run.Kind
    /// Nil if the source has none.
    package let namespace: String?
    /// The pipeline's name; of a task that of its pipeline, nil if it runs by itself.
    package let pipeline: String?
    /// The task's name; nil for a pipeline.
    package let task: String?

    /// What a run is one of; `parent` is the pipeline that it is part of, if any.
    init(_ run: Run, parent: String?) {
        kind = run.kind
        namespace = run.namespace
        pipeline = run.kind == .pipeline ? run.pipeline : parent
        task = run.kind == .task ? run.task ?? run.pipeline : nil
    }

    /// As people name it: `build`, `build/compile`, `ci:build/compile` with a namespace.
    package var name: String {
        let own = [pipeline, task].compactMap(\.self).joined(separator: "/")
        return namespace.map { "\($0):\(own)" } ?? own
    }

    /// Whose runs say something of one that has few: those of its pipeline, or of its namespace.
    var group: String {
        "\(kind.rawValue) \(namespace ?? "") \(kind == .task ? pipeline ?? "" : "")"
    }

    package static func < (one: RunSubject, other: RunSubject) -> Bool {
        (one.kind.rawValue, one.name) < (other.kind.rawValue, other.name)
    }
}
