import D8SModel

/// What every delivery rule of one night looks at besides the service.
struct DeliveryNight {
    let window: Window
    let asOf: Instant
    let policy: DeliveryPolicy
    let format: Format

    /// Share of nights on which chance may raise a false item.
    static let falseDiscoveryRate = FalseItemBudget.delivery

    var windowDays: Int { policy.windowDays }

    func isInWindow(_ deployment: JudgedDeployment) -> Bool {
        window.contains(deployment.deployment.finished)
    }

    /// The weeks of the service that lie in the window from Monday to Sunday.
    func weeks(of service: ServiceDelivery) -> [DeliveryWeek] {
        service.weeks.filter { $0.start >= window.start && $0.end <= window.end }
    }

    /// The recent spans that are tested: the trend window, and the whole one.
    func spans(of service: ServiceDelivery) -> [DeliverySpan] {
        let whole = DeliverySpan(
            days: windowDays,
            beforeDays: windowDays,
            now: service.now,
            before: service.before
        )
        return [service.trend, whole].compactMap(\.self)
    }

    /// The service's stretches of seven days in a recent span, or those before it.
    func stretches(_ service: ServiceDelivery, in span: DeliverySpan) -> [DeliveryWeek] {
        let window = span.now.window
        return service.stretches.filter { $0.start >= window.start && $0.end <= window.end }
    }

    func stretches(_ service: ServiceDelivery, before span: DeliverySpan) -> [DeliveryWeek] {
        service.stretches.filter { $0.end <= span.now.window.start }
    }

    /// The stretches among which the moment of a change is looked for: two windows.
    func stretchesOfChange(_ service: ServiceDelivery) -> [DeliveryWeek] {
        Array(service.stretches.suffix(2 * (windowDays / 7) + 1))
    }

    /// The full weeks before the window, as far back as they are known: what is usual.
    ///
    /// The week of the first deployment is left out, since it is hardly ever whole.
    func earlierWeeks(of service: ServiceDelivery) -> [DeliveryWeek] {
        service.weeks.dropFirst().filter { $0.end <= window.start }
    }

    /// `d8s` commands that print the numbers of a finding again; an item with a cause is named
    /// after the cause.
    func commands(
        _ rule: Rule,
        _ service: ServiceDelivery,
        cause: String? = nil,
        days: Int? = nil
    ) -> [String] {
        let own = "\(rule.name)-\(Slug.of(service.service.name))"
        return [
            "d8s explain \(cause.map { "cause-\(Slug.of($0))" } ?? own) --as-of \(asOf)",
            "d8s dora --service \(Self.quoted(service.service.name)) --window \(days ?? windowDays)d "
                + "--as-of \(asOf) --format json",
        ]
    }

    /// A word as a POSIX shell reads it back: quoted if it holds anything but plain characters.
    static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            case UInt8(ascii: "-"): word.utf8.first != byte
            default: false
            }
        }
        guard !isPlain || word.isEmpty else { return word }
        let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + pieces.joined(separator: #"'\''"#) + "'"
    }
}

extension DeliveryWeek {
    /// End of the week to the hour: 7 days later, give or take a clock change.
    ///
    /// Windows end at midnight, so half a day decides the same.
    var end: Instant { start.adding(seconds: 6.5 * 86_400) }

    var failShare: Double? { attempts > 0 ? Double(failures) / Double(attempts) : nil }
    var reworkShare: Double? { attempts > 0 ? Double(reworks) / Double(attempts) : nil }
}
