/// What the flags and keys about delivery accept.
enum DeliveryOptions {
    /// `90d` or `90` as whole days from 7 to 730; nil for anything else.
    static func windowDays(_ text: String) -> Int? {
        let seconds = Int(text).map { Double($0) * 86_400 } ?? DurationText.seconds(text)
        guard let days = seconds.map({ $0 / 86_400 }), days == days.rounded(),
            (7...730).contains(days)
        else { return nil }
        return Int(days)
    }
}
