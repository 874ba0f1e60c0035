import D8SModel

extension Measure {
    /// `22 %`, or nil if there are not enough data.
    func text(_ format: Format) -> String? {
        value.map { format.value($0, unit) }
    }

    /// `11 of 50` for a ratio, else `n 50`.
    func sample(_ format: Format) -> String {
        guard let k else { return "n\u{a0}\(format.whole(n))" }
        return "\(format.whole(k)) of \(format.whole(n))"
    }

    /// `95 % interval 13–35 %`; nil if there is none.
    func range(_ format: Format) -> String? {
        interval.map {
            "\(format.percent($0.confidence)) interval \(format.interval($0, unit))"
        }
    }

    /// Value, sample, interval, window and method in one sentence for analysts.
    func proof(_ format: Format) -> String {
        let last = format.zone.day(of: window.end.adding(seconds: -1))
        let first = format.zone.day(of: window.start)
        return [
            format.value(value, unit), sample(format), range(format),
            "\(format.day(first, reference: last)) – \(format.fullDay(last))", method, note,
        ].compactMap(\.self).joined(separator: "; ")
    }
}

extension MeasureName {
    /// What fits over a number: the title without what goes without saying.
    var shortTitle: String {
        switch self {
        case .changeLeadTime: "Lead time for changes"
        case .recoveryTime: "Recovery time"
        case .reworkRate: "Rework rate"
        default: title
        }
    }
}
