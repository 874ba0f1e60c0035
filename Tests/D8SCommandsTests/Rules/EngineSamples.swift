import D8SModel

/// An hour of samples every 15 s that servers and the embedded engine are given alike, and what they
/// are asked about it.
///
/// Times of samples and of questions never fall on each other, where Prometheus 2 and 3 differ.
enum EngineSamples {
    /// Milliseconds since 1970 of the first sample.
    static let start: Int64 = 1_700_002_800_567

    static let columns: [SampleColumn] = requests + buckets + gauges

    /// Lines of `series value time`; the time in seconds for OpenMetrics, else in milliseconds.
    static func text(inSeconds: Bool) -> String {
        var lines: [String] = []
        for column in columns {
            for (time, value) in zip(column.times, column.values) {
                let seconds = "\(time / 1000).\(time % 1000)"
                lines.append("\(column.series) \(value) \(inSeconds ? seconds : "\(time)")\n")
            }
        }
        return lines.joined()
    }

    private static func column(
        _ metric: String,
        _ labels: KeyValuePairs<String, String>,
        _ value: (Int) -> Double
    ) -> SampleColumn {
        let series = Series(metric: metric, labels: labels.map { Label($0, $1) })
        let numbers = 0..<240
        return SampleColumn(
            series: series,
            times: numbers.map { start + Int64($0) * 15_000 },
            values: numbers.map(value)
        )
    }

    /// Counters, some of which are reset.
    private static let requests = ["api", "web"].enumerated().flatMap { place, job in
        ["200", "500"].enumerated().map { number, code in
            column("requests_total", ["job": job, "code": code]) { step in
                Double((step % (97 + 50 * place)) * (number * 3 + 2)) + Double(step % 5) * 0.25
            }
        }
    }

    private static let buckets = ["0.1", "0.5", "2.0", "+Inf"].enumerated().map { number, bound in
        column("latency_seconds_bucket", ["le": bound]) { step in
            Double(step * (number + 1) * 3 + step % (number + 2))
        }
    }

    private static let gauges = ["db1", "db2", "web1"].enumerated().flatMap { place, host in
        [
            column("memory_bytes", ["host": host, "zone": place < 2 ? "eu" : "us"]) { step in
                Double((step * 7919 * (place + 3)) % 10_007) * 1024 - 2_000_000
            },
            column("host_info", ["host": host, "version": "1.\(place)"]) { _ in 1 },
        ]
    }

    static let expressions = [
        "requests_total", "requests_total{code=~\"5..\"}", "memory_bytes offset 7m",
        "rate(requests_total[5m])", "increase(requests_total[10m])", "irate(requests_total[2m])",
        "delta(memory_bytes[10m])", "deriv(memory_bytes[15m])", "resets(requests_total[30m])",
        "changes(memory_bytes[10m])", "avg_over_time(memory_bytes[7m])",
        "max_over_time(memory_bytes[7m])", "quantile_over_time(0.9, memory_bytes[11m])",
        "stddev_over_time(memory_bytes[7m])", "count_over_time(requests_total[90s])",
        "predict_linear(memory_bytes[20m], 3600)", "sum(requests_total)",
        "sum by (job) (rate(requests_total[5m]))", "avg by (zone) (memory_bytes)",
        "quantile(0.7, memory_bytes)", "count_values(\"v\", host_info)",
        "topk(2, memory_bytes)", "memory_bytes > 1000000", "memory_bytes > bool 0",
        "memory_bytes * on (host) group_left (version) host_info",
        "sum(rate(requests_total{code=\"500\"}[5m])) / sum(rate(requests_total[5m]))",
        "memory_bytes unless on (host) host_info{version=\"1.1\"}",
        "histogram_quantile(0.9, rate(latency_seconds_bucket[5m]))",
        "label_replace(memory_bytes, \"kind\", \"$1\", \"host\", \"([a-z]+).*\")",
        "max_over_time(sum(rate(requests_total[2m]))[10m:1m])", "absent(nothing_here{a=\"b\"})",
        "clamp_min(round(memory_bytes, 1000), 0)",
    ]
}
