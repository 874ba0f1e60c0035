import D8SModel
import D8SPublish
import Logging

extension Session {
    var pipeline: Pipeline {
        Pipeline(configuration: configuration, history: history, log: log, format: format)
    }

    /// Collects from every configured source; returns how many failed.
    func collect() async throws -> Int {
        let clock = self
        let collection = Collection(history: history, log: log) { clock.now() }
        return try await collection.collect(configuration.sources)
    }

    /// Publishes the edition of this instant and says where it is.
    func publish(asOf: Instant, site: SiteOptions) async throws {
        let publication = try await pipeline.report(asOf: asOf, site: site)
        let output = site.output ?? configuration.output
        log.info(
            """
            Published \(output)/index.html: \(publication.written) files written, \
            \(publication.kept) unchanged
            """
        )
    }

    /// Fails if sources failed, once everything else is done.
    func check(failed: Int) throws(CommandError) {
        guard failed == 0 else {
            throw .sourcesFailed(failed: failed, of: configuration.sources.count)
        }
    }
}
