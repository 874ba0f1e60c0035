import D8SModel

extension SourceConfiguration {
    /// How the source stands: what the history knows of it (nil if it was never collected), with
    /// what the configuration says of it now.
    func state(after known: SourceState?) -> SourceState {
        SourceState(
            name: name,
            kind: kind,
            interval: interval,
            lastSuccess: known?.lastSuccess,
            newestEvent: known?.newestEvent,
            lastAttempt: known?.lastAttempt,
            lastError: known?.lastError,
            services: known?.services ?? [],
            rejected: known?.rejected ?? 0,
            coverage: known?.coverage
        )
    }
}
