/// Expressions whose answers by Prometheus 2.42 and by the engine have to be the same.
enum ComparedExpressions {
    static let all =
        selectors + ranges + aggregations + operators + functions + labels + subqueries

    private static let selectors = [
        "http_requests_total", "http_requests_total{code=\"500\"}",
        "http_requests_total{code!=\"200\",job=~\"a.*\"}",
        "http_requests_total{instance!~\"a.+|c.*\"}", "{__name__=~\"memory_.*\"}",
        "http_requests_total offset 7m", "memory_bytes offset -3m",
        "memory_bytes @ 1700006400.5", "memory_bytes @ end() offset 1m",
        "sum(http_requests_total @ start())", "nothing_here", "{host=\"db1\",zone=~\"eu|us\"}",
        "1", "time()", "pi() * 2", "-1 ^ 2", "vector(3)",
    ]

    private static let ranges = [
        "rate(http_requests_total[5m])", "rate(http_requests_total[1m] offset 2m)",
        "increase(http_requests_total[30m])", "irate(http_requests_total[2m])",
        "delta(memory_bytes[10m])", "idelta(memory_bytes[10m])", "deriv(memory_bytes[15m])",
        "predict_linear(memory_bytes[20m], 3600)", "resets(http_requests_total[1h])",
        "changes(memory_bytes[10m])", "changes(host_info[10m])", "avg_over_time(memory_bytes[7m])",
        "sum_over_time(memory_bytes[7m])", "min_over_time(memory_bytes[7m])",
        "max_over_time(memory_bytes[7m])", "count_over_time(http_requests_total[90s])",
        "stddev_over_time(memory_bytes[7m])", "stdvar_over_time(memory_bytes[7m])",
        "quantile_over_time(0.9, memory_bytes[11m])", "last_over_time(memory_bytes[2m])",
        "present_over_time(http_requests_total[1m])", "absent_over_time(nothing_here[5m])",
        "absent_over_time(http_requests_total{code=\"999\",job=\"x\"}[5m])",
        "holt_winters(memory_bytes[10m], 0.3, 0.6)", "rate(http_requests_total[5m] @ 1700006400)",
        "max_over_time(memory_bytes[1h] @ end())", "predict_linear(memory_bytes[5m] offset 1m, 60)",
    ]

    private static let aggregations = [
        "sum(http_requests_total)", "sum by (job) (http_requests_total)",
        "sum without (instance, code) (rate(http_requests_total[5m]))",
        "avg by (zone) (memory_bytes)", "min(memory_bytes)", "max by (host) (memory_bytes)",
        "count by (code) (http_requests_total)", "group by (job) (http_requests_total)",
        "stddev by (zone) (memory_bytes)", "stdvar(memory_bytes)", "quantile(0.7, memory_bytes)",
        "quantile by (job) (0.25, http_requests_total)", "count_values(\"v\", host_info)",
        "topk(2, memory_bytes)", "bottomk by (zone) (1, memory_bytes)",
        "sum(topk(3, http_requests_total))", "count(memory_bytes > 0)",
        "sum by (__name__) ({host=\"db1\"})", "sum by () (memory_bytes)",
        "avg without () (memory_bytes)",
    ]

    private static let operators = [
        "memory_bytes + 1", "2 * memory_bytes - memory_bytes", "memory_bytes / 0",
        "memory_bytes % 1000", "memory_bytes ^ 0.5", "-memory_bytes", "memory_bytes > 1000000",
        "0 < memory_bytes", "memory_bytes > bool 0", "1 == bool 1",
        "memory_bytes * on (host) group_left (version) host_info",
        "host_info * on (host, zone) group_right (version) memory_bytes",
        "rate(http_requests_total{code=\"500\"}[5m]) / ignoring (code) "
            + "rate(http_requests_total{code=\"200\"}[5m])",
        "http_requests_total / on (job, instance) group_left "
            + "sum by (job, instance) (http_requests_total)",
        "memory_bytes and on (host) host_info{version=\"1.1\"}",
        "memory_bytes unless on (host) host_info{version=~\"1.[12]\"}",
        "memory_bytes{zone=\"eu\"} or memory_bytes", "memory_bytes or vector(1)",
        "memory_bytes atan2 on (host, zone) host_info", "memory_bytes == memory_bytes",
        "sum(memory_bytes) > sum(memory_bytes offset 1m) or vector(0)",
        "http_requests_total{code=\"500\"} > ignoring (code) http_requests_total{code=\"404\"}",
        "1 + 2 * 3 ^ 2 % 5 - 4", "memory_bytes != bool on (host, zone) host_info",
    ]

    private static let functions = [
        "abs(memory_bytes)", "ceil(memory_bytes / 1000)", "floor(memory_bytes / 1000)",
        "round(memory_bytes, 1000)", "round(memory_bytes / 7)", "sqrt(abs(memory_bytes))",
        "exp(memory_bytes / 1e7)", "ln(memory_bytes)", "log2(abs(memory_bytes))",
        "log10(abs(memory_bytes))", "sgn(memory_bytes)", "clamp(memory_bytes, -1000, 1e6)",
        "clamp_min(memory_bytes, 0)", "clamp_max(memory_bytes, 0)", "sin(memory_bytes)",
        "cosh(memory_bytes / 1e7)", "atan(memory_bytes)", "deg(memory_bytes)", "rad(memory_bytes)",
        "timestamp(memory_bytes)", "timestamp(memory_bytes + 0)", "scalar(sum(memory_bytes))",
        "scalar(memory_bytes)", "absent(memory_bytes)", "absent(nothing_here{a=\"b\",c=~\"d\"})",
        "hour()", "minute(vector(time()))", "day_of_week(memory_bytes * 1000)",
        "day_of_month()", "day_of_year()", "days_in_month()", "month()", "year()",
        "sort(memory_bytes)", "sort_desc(memory_bytes)", "vector(scalar(sum(host_info)))",
        "histogram_quantile(0.9, rate(latency_seconds_bucket[5m]))",
        "histogram_quantile(0.5, sum by (le) (rate(latency_seconds_bucket[10m])))",
        "histogram_quantile(scalar(count(host_info)) / 5, latency_seconds_bucket)",
    ]

    private static let labels = [
        "label_replace(memory_bytes, \"short\", \"$1-${2}\", \"host\", \"([a-z]+)([0-9]+)\")",
        "label_replace(memory_bytes{host!=\"db2\"}, \"host\", \"\", \"host\", \"db.*\")",
        "label_join(memory_bytes, \"place\", \"/\", \"zone\", \"host\", \"none\")",
        "sum by (short) (label_replace(memory_bytes, \"short\", \"$1\", \"host\", \"(d|w).*\"))",
    ]

    private static let subqueries = [
        "max_over_time(rate(http_requests_total[2m])[20m:1m])",
        "avg_over_time(memory_bytes[10m:37s])", "sum_over_time(sum(memory_bytes)[5m:])",
        "rate(http_requests_total[10m:30s])", "min_over_time(memory_bytes[15m:1m] offset 5m)",
        "quantile_over_time(0.5, (memory_bytes > 0)[10m:20s])",
        "count_over_time((memory_bytes > 0)[10m:20s] @ 1700006407)",
        "deriv(sum by (zone) (memory_bytes)[10m:1m])", "changes((memory_bytes > bool 0)[30m:1m])",
        "max_over_time(sum_over_time(memory_bytes[125s:10s])[10m:1m])",
    ]
}
