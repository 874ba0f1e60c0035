extension DemoOrganisation: Collector {
    package var kind: String { "demo" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try deliver(into: sink)
    }
}
