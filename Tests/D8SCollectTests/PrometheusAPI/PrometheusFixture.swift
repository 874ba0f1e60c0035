import D8SCollect
import D8SModel
import D8STestSupport
import Synchronization

/// What the tests of the Prometheus API share.
enum PrometheusFixture {
    /// Noon of a day; samples are minute by minute for two and a half days before it.
    static let now: Instant = "2026-11-03T12:00:00Z"
    static let minutes = 3600

    /// Milliseconds of the minute of this number.
    static func time(_ minute: Int) -> Int64 {
        now.milliseconds - Int64(minutes - minute) * 60_000
    }

    static func value(_ minute: Int, _ place: String) -> Double {
        switch (minute % 100, place) {
        case (7, "a"): .nan
        case (8, "a"): .infinity
        case (9, "a"): -.infinity
        default: Double(minute) * (place == "a" ? 1 : 0.125)
        }
    }

    /// The samples in OpenMetrics' text: two series of a gauge.
    static var samples: String {
        var text = "# TYPE fixture_load gauge\n# HELP fixture_load How much.\n"
        for place in ["a", "b"] {
            for minute in 0..<minutes {
                let value = value(minute, place)
                let word =
                    value.isNaN
                    ? "NaN" : value.isInfinite ? (value > 0 ? "+Inf" : "-Inf") : "\(value)"
                text += "fixture_load{place=\"\(place)\"} \(word) \(time(minute) / 1000)\n"
            }
        }
        return text
    }

    /// What a collection brought.
    struct Brought: Sendable {
        var batches: [RecordBatch] = []
        var cursors: [String: String] = [:]
        var error: String?
        var report = CollectReport()

        /// Samples by series, as `time value` words, in the order in which they came.
        var samples: [Series: [String]] {
            batches.flatMap(\.columns).reduce(into: [:]) { samples, column in
                let words = zip(column.times, column.values).map { "\($0) \($1)" }
                samples[column.series, default: []] += words
            }
        }

        var alerts: [Alert] { batches.flatMap(\.alerts) }
    }

    /// Collects; the sink fails after this many batches.
    static func collect(
        _ source: PrometheusSource,
        now: Instant = now,
        cursors: [String: String] = [:],
        batches limit: Int = .max,
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) async -> Brought {
        struct Full: Error {}
        let brought = Mutex(Brought(cursors: cursors))
        let occasion = Occasion(now: { now }, cursors: cursors)
        var error: String?
        var report = CollectReport()
        do throws(CollectError) {
            let collector = PrometheusCollector(source, transport: transport)
            report = try await collector.collect(occasion) { batch in
                try brought.withLock { brought in
                    if brought.batches.count == limit { throw Full() }
                    brought.batches.append(batch)
                    for (name, value) in batch.cursors { brought.cursors[name] = value }
                }
            }
        } catch let failure {
            error = failure.description
        }
        var result = brought.withLock(\.self)
        result.error = error
        result.report = report
        return result
    }
}
