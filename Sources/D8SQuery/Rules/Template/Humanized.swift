/// Numbers in the short forms of Prometheus' `humanize` functions.
enum Humanized {
    /// With SI prefixes and four digits: `1.235M`, `120m`.
    static func decimal(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return short(value) }
        let (scaled, prefix) =
            abs(value) >= 1
            ? divided(value, by: 1000, ["k", "M", "G", "T", "P", "E", "Z", "Y"])
            : multiplied(value)
        return short(scaled) + prefix
    }

    /// With prefixes for powers of 1024: `1.177Mi`.
    static func binary(_ value: Double) -> String {
        guard abs(value) > 1, value.isFinite else { return short(value) }
        let prefixes = ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"]
        let (scaled, prefix) = divided(value, by: 1024, prefixes)
        return short(scaled) + prefix
    }

    /// Seconds as days to seconds: `1d 2h 3m 4s`, `12.35s`, `100ms`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return short(seconds) }
        if seconds == 0 { return short(seconds) + "s" }
        guard abs(seconds) >= 1 else {
            let (scaled, prefix) = multiplied(seconds)
            return short(scaled) + prefix + "s"
        }
        let sign = seconds < 0 ? "-" : ""
        let whole = Int64(exactly: abs(seconds).rounded(.towardZero)) ?? .max
        let (days, hours) = (whole / 86_400, whole / 3600 % 24)
        let rest = "\(whole / 60 % 60)m \(whole % 60)s"
        if days != 0 { return "\(sign)\(days)d \(hours)h \(rest)" }
        if hours != 0 { return "\(sign)\(hours)h \(rest)" }
        return sign + (whole >= 60 ? rest : short(abs(seconds)) + "s")
    }

    /// A ratio as a percentage of four digits.
    static func percentage(_ ratio: Double) -> String { short(ratio * 100) + "%" }

    /// Seconds since 1970 as Go writes a time.
    static func timestamp(_ seconds: Double) throws(TemplateFault) -> String {
        guard seconds.isFinite else { return short(seconds) }
        return GoTime.text(try GoTime.nanoseconds(seconds))
    }

    private static func short(_ value: Double) -> String {
        GoNumber.text(value, flags: "", precision: 4, verb: "g")
    }

    private static func divided(
        _ value: Double,
        by base: Double,
        _ prefixes: [String]
    ) -> (Double, String) {
        var (value, prefix) = (value, "")
        for next in prefixes where abs(value) >= base {
            prefix = next
            value /= base
        }
        return (value, prefix)
    }

    private static func multiplied(_ value: Double) -> (Double, String) {
        var (value, prefix) = (value, "")
        for next in ["m", "u", "n", "p", "f", "a", "z", "y"] where abs(value) < 1 {
            prefix = next
            value *= 1000
        }
        return (value, prefix)
    }
}
