import D8SModel

/// Scrapes one target as Prometheus does: OpenMetrics or text by negotiation, its series with
/// `job` and `instance`, `up` and the like beside them, and an end for series that vanish.
package struct ScrapeSource: Collector {
    package let kind = "scrape"
    package let target: ScrapeTarget
    private let transport: any HTTPTransport
    private let memory: ScrapeMemory

    package init(_ target: ScrapeTarget, transport: any HTTPTransport) {
        self.target = target
        self.transport = transport
        memory = ScrapeMemory(target)
    }

    package var secrets: [Secret] { target.access.authorization.map { [$0.secret] } ?? [] }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        let start = occasion.now()
        let page: ScrapeMemory.Page
        do throws(CollectError) {
            page = try await scrape(at: start.milliseconds)
        } catch {
            try fail(from: start, to: occasion.now(), sink)
            throw error
        }
        var report = ScrapeReport(isUp: true, scraped: page.content.samples, added: page.added)
        report.kept = page.content.round.values.count
        report.duration = occasion.now().seconds(since: start)
        let rounds = [
            page.content.round, page.ended,
            report.round(memory.reports, at: start.milliseconds),
        ]
        let batch = RecordBatch(metrics: page.content.metrics, rounds: rounds.compactMap(\.self))
        try deliver(batch, to: sink)
        return summary(page, start)
    }

    /// Asks for the page and reads it; once more as text 0.0.4 if its OpenMetrics breaks rules.
    private func scrape(at time: Int64) async throws(CollectError) -> ScrapeMemory.Page {
        let wasText = memory.prefersText
        let (first, format) = try await read(at: time, asText: wasText)
        guard case .failure(let fault) = first else { return try first.get(of: target) }
        guard format == .openMetrics, target.isStrict, !wasText else {
            return try first.get(of: target)
        }
        let (second, other) = try await read(at: time, asText: true)
        guard other == .text, case .success(let page) = second else {
            throw fault.error(of: target, isOpenMetrics: true)
        }
        memory.preferText(true)
        return page
    }

    private func read(
        at time: Int64,
        asText: Bool
    ) async throws(CollectError) -> (Result<ScrapeMemory.Page, ExpositionFault>, ExpositionFormat) {
        let answer = try await transport.fetch(request(asText: asText))
        let type = answer.header("Content-Type")
        guard let format = ExpositionFormat(contentType: type) else {
            let reason = "it is \(type ?? "of no type"), which was not asked for"
            throw .badAnswer(address: HTTPAddress.shown(target.url), reason: reason)
        }
        return (memory.read(answer.body, format, of: target, at: time), format)
    }

    private func request(asText: Bool) -> HTTPRequest {
        let openMetrics =
            "application/openmetrics-text;version=1.0.0,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,"
        let text = "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
        return HTTPRequest(
            target.url,
            headers: [
                .init("Accept", asText ? text : openMetrics + text),
                .init("X-Prometheus-Scrape-Timeout-Seconds", "\(target.access.timeout)"),
            ],
            access: target.access
        )
    }

    /// Says that the target is down, and that its series have ended.
    private func fail(
        from start: Instant,
        to end: Instant,
        _ sink: SharedSink
    ) throws(CollectError) {
        let report = ScrapeReport(duration: end.seconds(since: start))
        let rounds = [
            memory.end(at: start.milliseconds),
            report.round(memory.reports, at: start.milliseconds),
        ]
        try deliver(RecordBatch(rounds: rounds.compactMap(\.self)), to: sink)
    }

    private func summary(_ page: ScrapeMemory.Page, _ start: Instant) -> CollectReport {
        var report = CollectReport()
        report.countRead(page.content.samples)
        report.saw(start)
        if page.content.repeated > 0 {
            report.note(
                "\(page.content.repeated) samples are of a series that the page has already; "
                    + "the first one counts"
            )
        }
        if memory.prefersText {
            report.note(
                "its OpenMetrics breaks the rules of version 1.0, so text 0.0.4 is asked for; "
                    + "`strict: false` takes it as it is"
            )
        }
        return report
    }
}

extension Result<ScrapeMemory.Page, ExpositionFault> {
    fileprivate func get(of target: ScrapeTarget) throws(CollectError) -> ScrapeMemory.Page {
        switch self {
        case .success(let page): return page
        case .failure(let fault): throw fault.error(of: target, isOpenMetrics: false)
        }
    }
}

extension ExpositionFault {
    fileprivate func error(of target: ScrapeTarget, isOpenMetrics: Bool) -> CollectError {
        let mend = isOpenMetrics ? " (`strict: false` asks for OpenMetrics' grammar only)" : ""
        return .badAnswer(address: HTTPAddress.shown(target.url), reason: "\(self)\(mend)")
    }
}
