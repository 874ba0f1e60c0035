import D8SModel

/// The answer of `d8s sources` as text for a terminal.
struct SourceTable {
    let sources: [SourceState]
    let format: Format

    var text: String {
        guard !sources.isEmpty else { return "No source was ever collected.\n" }
        return sources.map(block).joined(separator: "\n")
    }

    private func block(_ source: SourceState) -> String {
        var lines = ["\(source.name)  (\(source.kind))"]
        lines.append("  last success   \(time(source.lastSuccess))")
        lines.append("  newest event   \(time(source.newestEvent))")
        lines.append("  expected every \(source.interval.map(format.duration) ?? "(no rhythm)")")
        if !source.services.isEmpty || source.coverage == nil {
            lines.append("  services       \(services(source))")
        }
        if let coverage = source.coverage { lines.append("  series         \(series(coverage))") }
        if source.rejected > 0 { lines.append("  rows left out  \(format.whole(source.rejected))") }
        if let error = source.lastError {
            lines.append("  last attempt   \(time(source.lastAttempt)) failed: \(error)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func time(_ instant: Instant?) -> String {
        instant.map(\.description) ?? "never"
    }

    private func series(_ coverage: SeriesCoverage) -> String {
        let active = format.whole(coverage.active)
        let before = coverage.before.map { ", \(format.whole($0)) a week before" } ?? ""
        let refused =
            coverage.refused > 0
            ? "; \(format.whole(coverage.refused)) refused, over the limit of"
                + " \(format.whole(coverage.limit))" : ""
        return active + before + refused
    }

    private func services(_ source: SourceState) -> String {
        let shown = source.services.prefix(8).joined(separator: ", ")
        let more = source.services.count - 8
        return source.services.isEmpty ? "none" : shown + (more > 0 ? " and \(more) more" : "")
    }
}
