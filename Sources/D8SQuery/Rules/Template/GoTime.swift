import D8SModel

/// Instants as Go's `time.Time` writes them, in UTC.
enum GoTime {
    /// - Throws: If the seconds do not fit, in Prometheus' words.
    static func nanoseconds(_ seconds: Double) throws(TemplateFault) -> Int64 {
        let scaled = seconds * 1e9
        guard let whole = Int64(exactly: scaled.rounded(.towardZero)), abs(scaled) < 0x1p63 else {
            throw TemplateFault(
                "\(GoNumber.text(seconds)) cannot be represented as a nanoseconds timestamp since "
                    + "it overflows int64"
            )
        }
        // Prometheus' times have milliseconds.
        return whole / 1_000_000 * 1_000_000
    }

    /// `2015-06-23 13:19:44.128 +0000 UTC`.
    static func text(_ nanoseconds: Int64) -> String {
        format(nanoseconds, layout: "2006-01-02 15:04:05.999999999 -0700 MST")
    }

    /// Seconds as `time.Duration` writes them: `1h2m3.5s`.
    static func duration(_ seconds: Double) -> String {
        let magnitude = abs(seconds)
        guard magnitude.isFinite, magnitude < 9e9 else { return GoNumber.text(seconds) + "s" }
        if magnitude == 0 { return "0s" }
        let sign = seconds < 0 ? "-" : ""
        if magnitude < 1 { return sign + GoNumber.text(magnitude * 1000) + "ms" }
        let whole = Int64(magnitude)
        let rest = Double(whole % 60) + (magnitude - Double(whole))
        let tail = GoNumber.text((rest * 1e9).rounded() / 1e9) + "s"
        if whole < 60 { return sign + tail }
        let minutes = whole / 60
        return sign + (minutes < 60 ? "" : "\(minutes / 60)h") + "\(minutes % 60)m" + tail
    }

    /// The time in the layout of Go's reference time, Mon Jan 2 15:04:05 MST 2006.
    static func format(_ nanoseconds: Int64, layout: String) -> String {
        var text = ""
        var rest = Substring(layout)
        let parts = Parts(nanoseconds)
        while !rest.isEmpty {
            if let (length, piece) = fraction(rest, parts) ?? parts.piece(rest) {
                text += piece
                rest = rest.dropFirst(length)
            } else {
                text.append(rest.removeFirst())
            }
        }
        return text
    }

    /// `.000` is as many digits; `.999` leaves zeros at the end out.
    private static func fraction(_ rest: Substring, _ parts: Parts) -> (Int, String)? {
        guard rest.first == ".", let digit = rest.dropFirst().first, "09".contains(digit) else {
            return nil
        }
        let count = rest.dropFirst().prefix { $0 == digit }.count
        let all = String(String(1_000_000_000 + parts.nanosecond).dropFirst())
        var shown = String(all.prefix(count))
        if digit == "9" { while shown.last == "0" { shown.removeLast() } }
        return (count + 1, shown.isEmpty ? "" : "." + shown)
    }

    private struct Parts {
        let day: Day
        let secondOfDay: Int
        let nanosecond: Int

        init(_ nanoseconds: Int64) {
            let perDay: Int64 = 86_400_000_000_000
            let number = nanoseconds / perDay - (nanoseconds % perDay < 0 ? 1 : 0)
            let rest = Int(nanoseconds - number * perDay)
            day = Day(number: Int(number))
            secondOfDay = rest / 1_000_000_000
            nanosecond = rest % 1_000_000_000
        }

        func piece(_ rest: Substring) -> (Int, String)? {
            for (word, piece) in pieces where rest.hasPrefix(word) { return (word.count, piece) }
            return nil
        }

        /// The longest words first.
        private var pieces: [(String, String)] {
            let (hour, minute, second) =
                (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
            let short = hour % 12 == 0 ? 12 : hour % 12
            let month = Self.months[(day.month - 1) % 12]
            let weekday = Self.weekdays[(day.weekday - 1) % 7]
            return [
                ("January", month), ("Jan", String(month.prefix(3))), ("Monday", weekday),
                ("Mon", String(weekday.prefix(3))), ("MST", "UTC"), ("-07:00", "+00:00"),
                ("-0700", "+0000"), ("-07", "+00"), ("Z07:00", "Z"), ("Z0700", "Z"),
                ("2006", padded(day.year, 4)), ("15", padded(hour, 2)),
                ("01", padded(day.month, 2)),
                ("02", padded(day.day, 2)), ("03", padded(short, 2)), ("04", padded(minute, 2)),
                ("05", padded(second, 2)), ("06", padded(day.year % 100, 2)),
                ("PM", hour < 12 ? "AM" : "PM"), ("pm", hour < 12 ? "am" : "pm"),
                ("_2", day.day < 10 ? " \(day.day)" : "\(day.day)"), ("1", "\(day.month)"),
                ("2", "\(day.day)"), ("3", "\(short)"), ("4", "\(minute)"), ("5", "\(second)"),
            ]
        }

        private func padded(_ number: Int, _ width: Int) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }

        private static let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        private static let weekdays = [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ]
    }
}
