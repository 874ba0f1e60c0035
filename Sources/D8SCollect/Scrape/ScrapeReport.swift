import D8SModel

/// What a scrape says of itself, as Prometheus does: `up` and four more series.
struct ScrapeReport {
    var isUp = false
    /// Seconds.
    var duration = 0.0
    var scraped = 0
    var kept = 0
    var added = 0

    static func list(_ target: ScrapeTarget) -> SeriesList {
        let names = [
            "up", "scrape_duration_seconds", "scrape_samples_scraped",
            "scrape_samples_post_metric_relabeling", "scrape_series_added",
        ]
        return SeriesList(names.map { Series(metric: $0, labels: target.attached) })
    }

    func round(_ list: SeriesList, at time: Int64) -> SampleRound {
        let values = [isUp ? 1 : 0, duration, Double(scraped), Double(kept), Double(added)]
        return SampleRound(
            list: list,
            positions: Array(0..<Int32(values.count)),
            times: values.map { _ in time },
            values: values
        )
    }
}
