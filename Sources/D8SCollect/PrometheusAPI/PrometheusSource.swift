package import D8SModel

/// A server with Prometheus' HTTP API: Prometheus, Thanos, Mimir, VictoriaMetrics.
///
/// Selectors bring their samples with the times of their scrapes, other expressions their values at
/// steps; alerts become times in which they fired. Each query has a cursor that says to which time
/// it has been read: the next collection goes on there, also after one that was cut off.
package struct PrometheusSource: Hashable, Sendable {
    /// Without a slash at its end; may hold a path, such as Mimir's `/prometheus`.
    package var address: String
    package var queries: [PrometheusQuery]
    /// Seconds between two values of an expression.
    package var step = 60.0
    /// How far back the first collection reaches, in seconds.
    package var backfill = 30 * 86_400.0
    /// Whether alerts are read too.
    package var readsAlerts = true
    /// Whether answers count in which a store behind the server is missing (Thanos,
    /// VictoriaMetrics); else such a query fails, and is asked again by the next collection.
    package var takesPartial = false
    /// Labels that every series gets that has none of their names.
    package var labels: [Label] = []
    /// Headers of every request, such as `X-Scope-OrgID`.
    package var headers: [HTTPRequest.Header] = []
    package var access = HTTPAccess()

    /// The newest samples may still be on their way into the server: they are read next time.
    static let settling = 60.0

    package init(address: String, queries: [PrometheusQuery]) {
        var address = address
        while address.hasSuffix("/") { address.removeLast() }
        self.address = address
        self.queries = queries
    }

    /// Another server that is asked in the same way: with the same headers and secrets.
    package init(at address: String, like other: PrometheusSource) {
        self.init(address: address, queries: [])
        headers = other.headers
        access = other.access
        takesPartial = other.takesPartial
    }

    /// The same series with `labels`, under this name unless it is nil.
    func labelled(_ series: Series, as record: String?) -> Series {
        if labels.isEmpty, record == nil { return series }
        let own = series.labels
        let names = Set(own.map { Array($0.name.utf8) })
        let added = labels.filter { !names.contains(Array($0.name.utf8)) }
        return Series(metric: record ?? series.metric, labels: own + added)
    }
}
