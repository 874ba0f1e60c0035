import D8SModel

/// Collects from a server with Prometheus' HTTP API.
package struct PrometheusCollector: Collector {
    package let source: PrometheusSource
    let client: PrometheusClient

    package var kind: String { "prometheus" }
    package var secrets: [Secret] { source.access.secrets }

    package init(
        _ source: PrometheusSource,
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) {
        self.source = source
        client = PrometheusClient(
            address: source.address,
            headers: source.headers,
            access: source.access,
            transport: transport,
            takesPartial: source.takesPartial
        )
    }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        var report = CollectReport()
        var names: Set<String> = []
        for query in source.queries {
            var backfill = PrometheusBackfill(query, of: source, client, occasion)
            while let batch = try await backfill.next() { try deliver(batch, to: sink) }
            report.add(backfill.report)
            names.formUnion(backfill.metrics)
        }
        if !names.isEmpty {
            try deliver(RecordBatch(metrics: await metadata(of: names, &report)), to: sink)
        }
        if source.readsAlerts {
            let alerts = PrometheusAlerts(source: source, client: client)
            report.add(try await alerts.collect(occasion, into: sink))
            // That nothing fires is news, too.
            report.saw(occasion.now())
        }
        return report
    }

    /// What the server knows of these metrics' kinds; a server that keeps no metadata is none the
    /// worse for it.
    private func metadata(
        of names: Set<String>,
        _ report: inout CollectReport
    ) async -> [Metric] {
        do throws(CollectError) {
            return PrometheusMetadata.metrics(try await client.data(of: "/api/v1/metadata"), names)
        } catch {
            report.note("What kind its metrics are of is not known: \(error)")
            return []
        }
    }
}
