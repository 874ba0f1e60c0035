import D8SModel

extension MeasureReading {
    /// What two places answered; the steps of the coarser are told.
    func joined(_ other: MeasureReading) -> MeasureReading {
        var joined = self
        joined.lines = lines.joined(other.lines)
        joined.week = week.joined(other.week)
        joined.step = max(step, other.step)
        joined.fault = fault ?? other.fault
        joined.warnings = Set(warnings + other.warnings).sorted()
        joined.weekWarnings = Set(weekWarnings + other.weekWarnings).sorted()
        return joined
    }
}

extension PanelReading {
    /// What two places answered, range by range.
    func joined(_ other: PanelReading) -> PanelReading {
        var joined = self
        joined.fault = fault ?? other.fault
        joined.spans = Self.days.compactMap { days in
            let spans = (spans + other.spans).filter { $0.days == days }
            guard var span = spans.first else { return nil }
            for other in spans.dropFirst() {
                span.lines = span.lines.joined(other.lines)
                span.warnings = Set(span.warnings + other.warnings).sorted()
            }
            return span
        }
        return joined
    }
}

extension [MeasureReading.Line] {
    /// With those of another place that this one does not have, by series.
    func joined(_ others: Self) -> Self {
        guard !others.isEmpty else { return self }
        guard !isEmpty else { return others }
        let known = Set(map(\.series))
        return (self + others.filter { !known.contains($0.series) }).sorted {
            $0.series < $1.series
        }
    }
}
