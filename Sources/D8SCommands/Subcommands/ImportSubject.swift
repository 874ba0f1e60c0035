import ArgumentParser
import D8SCollect
import D8SModel

/// What `d8s import` can bring.
enum ImportSubject: String, CaseIterable, ExpressibleByArgument {
    case deployments, changes, incidents, runs
    case series, events, costs

    /// The kind of the rows; nil for what is no table of events.
    var kind: ImportKind? { ImportKind(rawValue: rawValue) }
}
