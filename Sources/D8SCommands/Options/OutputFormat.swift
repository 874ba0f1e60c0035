import ArgumentParser

/// How a command prints its answer.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case table, json, csv
}
