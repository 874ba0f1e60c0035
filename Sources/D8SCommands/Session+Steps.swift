import D8SHistory
import D8SModel
import D8SPublish
import Logging

extension Session {
    var pipeline: Pipeline {
        Pipeline(configuration: configuration, history: history, log: log, format: format)
    }

    private var collection: Collection {
        let clock = self
        return Collection(history: history, log: log) { clock.now() }
    }

    /// Collects from these sources once; returns how many failed.
    func collect(_ sources: [SourceConfiguration]) async throws -> Int {
        let failed = try await collection.collect(sources)
        try history.foldIfLarge()
        return failed
    }

    /// Rolls up and drops what the configuration does not want kept.
    func prune() throws(HistoryError) {
        let retention = SampleRetention(
            raw: configuration.keepsSamples,
            hourly: configuration.keepsHours
        )
        let count = try history.prune(asOf: now(), retention: retention)
        log.info("Dropped \(count.samples) samples that were rolled up, \(count.series) series")
    }

    /// Collects from these sources, each at its interval, until the task is cancelled.
    func watch(_ sources: [SourceConfiguration]) async throws {
        let watch = Watch(collection: collection, log: log) { seconds in
            try await Task.sleep(for: .seconds(seconds))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watch.run(sources) }
            group.addTask { try await keepTidy() }
            try await group.waitForAll()
        }
    }

    /// Tidies the history every hour until the task is cancelled.
    private func keepTidy() async throws {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(3600))
                try prune()
            } catch let error as HistoryError where error.passes {
                log.error("\(error)")
            } catch is CancellationError {
                return
            }
        }
    }

    /// Takes the right to publish, so that a job that could not publish in the end says so before
    /// it has worked for minutes.
    func reserve(_ site: SiteOptions) throws(PublishError) -> Reservation {
        try pipeline.publisher(site).reserve()
    }

    /// Publishes the edition of this instant and says where it is.
    func publish(asOf: Instant, site: SiteOptions, under reservation: Reservation) async throws {
        foldForReading()
        let publication = try await pipeline.report(asOf: asOf, site: site, under: reservation)
        let output = site.output ?? configuration.output
        log.info(
            """
            Published \(output)/index.html: \(publication.written) files written, \
            \(publication.kept) unchanged
            """
        )
    }

    /// Puts what came last where it is read fastest; a history that cannot be written now is read
    /// as it is.
    private func foldForReading() {
        do throws(HistoryError) {
            try history.foldForReading()
        } catch {
            log.warning("The history could not be tidied before it was read: \(error)")
        }
    }

    /// Fails if sources failed, once everything else is done.
    func check(failed: Int, of count: Int) throws(CommandError) {
        guard failed == 0 else { throw .sourcesFailed(failed: failed, of: count) }
    }

    /// Fails if the accepted items could not be read, once everything else is done.
    func checkAcceptances() throws(CommandError) {
        guard (try? pipeline.acceptances()) != nil else {
            throw .acceptancesLeftOut(file: configuration.acceptances)
        }
    }
}
