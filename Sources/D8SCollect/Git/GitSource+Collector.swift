import D8SModel

extension GitSource: Collector {
    package var kind: String { "git" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { () throws(CollectError) in
            let known: [Deployment]
            do {
                known = try occasion.deployments(service, environment)
            } catch {
                throw .delivery(error)
            }
            return try collect(remembering: known, into: sink)
        }
    }
}
