import D8SModel
import D8SSite

/// One source as `d8s sources` writes it in JSON and CSV; times are ISO 8601 in UTC.
struct SourceRow: Encodable {
    var name: String
    var kind: String
    var intervalSeconds: Double?
    var lastSuccess: String?
    var lastAttempt: String?
    var lastError: String?
    var newestEvent: String?
    var rejected: Int
    var services: [String]
    var series: Int?
    var seriesLimit: Int?
    var refusedSeries: Int?

    init(_ source: SourceState) {
        name = source.name
        kind = source.kind
        intervalSeconds = source.interval
        lastSuccess = source.lastSuccess?.description
        lastAttempt = source.lastAttempt?.description
        lastError = source.lastError
        newestEvent = source.newestEvent?.description
        rejected = source.rejected
        services = source.services
        series = source.coverage?.active
        seriesLimit = source.coverage?.limit
        refusedSeries = source.coverage?.refused
    }

    static let columns = [
        "name", "kind", "interval_seconds", "last_success", "last_attempt", "last_error",
        "newest_event", "rejected", "services", "series", "series_limit", "refused_series",
    ]

    var cells: [DataValue] {
        [
            .text(name), .text(kind), .optional(intervalSeconds), .optional(lastSuccess),
            .optional(lastAttempt), .optional(lastError), .optional(newestEvent),
            .whole(rejected), .text(services.joined(separator: " ")), .optional(series),
            .optional(seriesLimit), .optional(refusedSeries),
        ]
    }
}
