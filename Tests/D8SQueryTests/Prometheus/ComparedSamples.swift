import D8SModel

/// Two hours of samples every 15 s that are given to Prometheus and to the engine alike.
///
/// Their times are no whole seconds, so that no window of whole seconds begins or ends at one.
enum ComparedSamples {
    /// Seconds since 1970, a multiple of an hour.
    static let start: Int64 = 1_700_002_800

    static let columns: [SampleColumn] = requests + buckets + gauges

    /// As OpenMetrics, without its end.
    static var openMetrics: String {
        var text = ""
        for column in columns {
            for (time, value) in zip(column.times, column.values) {
                let rest = String(time % 1000 + 1000).dropFirst()
                text += "\(column.series) \(value) \(time / 1000).\(rest)\n"
            }
        }
        return text
    }

    private static func column(
        _ metric: String,
        _ labels: [Label],
        _ value: (Int) -> Double?
    ) -> SampleColumn {
        let series = Series(metric: metric, labels: labels)
        var column = SampleColumn(series: series, times: [], values: [])
        for number in 0..<480 {
            guard let value = value(number) else { continue }
            column.times.append((start + Int64(number) * 15) * 1000 + 567)
            column.values.append(value)
        }
        return column
    }

    /// Counters that reset at different times; one comes late, one has a gap.
    private static let requests: [SampleColumn] = {
        var columns: [SampleColumn] = []
        for job in ["api", "web"] {
            for instance in ["a:1", "b:2"] {
                for (place, code) in ["200", "404", "500"].enumerated() {
                    let labels = [
                        Label("job", job), Label("instance", instance), Label("code", code),
                    ]
                    let seed = columns.count + 1
                    columns.append(
                        column("http_requests_total", labels) { number in
                            if seed == 4, number < 200 { return nil }
                            if seed == 7, (150..<190).contains(number) { return nil }
                            let since = number % (137 * seed)
                            return Double(since * (seed + place)) + Double(since % 7) * 0.25
                        }
                    )
                }
            }
        }
        return columns
    }()

    private static let buckets: [SampleColumn] = {
        var columns: [SampleColumn] = []
        for (place, instance) in ["a:1", "b:2"].enumerated() {
            let bounds = ["0.1", "0.5", "1.0", "5.0", "+Inf"]
            for (number, bound) in bounds.enumerated() {
                let labels = [Label("instance", instance), Label("le", bound)]
                columns.append(
                    column("latency_seconds_bucket", labels) { step in
                        Double(step * (number + 1) * (place + 2) + step % (number + 2))
                    }
                )
            }
        }
        return columns
    }()

    private static let gauges: [SampleColumn] = {
        var columns: [SampleColumn] = []
        for (place, host) in ["db1", "db2", "web10", "web2"].enumerated() {
            let labels = [Label("host", host), Label("zone", place < 2 ? "eu" : "us")]
            columns.append(
                column("memory_bytes", labels) { number in
                    Double((number * 7919 * (place + 3)) % 10_007) * 1024 - 2_000_000
                }
            )
            columns.append(
                column("host_info", labels + [Label("version", "1.\(place)")]) { _ in 1 }
            )
        }
        return columns
    }()
}
