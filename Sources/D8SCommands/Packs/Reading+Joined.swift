import D8SModel

extension MeasureReading {
    /// What two places answered; the steps of the first are told.
    func joined(_ other: MeasureReading) -> MeasureReading {
        var joined = self
        joined.lines = (lines + other.lines).sorted { $0.series < $1.series }
        joined.week = (week + other.week).sorted { $0.series < $1.series }
        joined.step = max(step, other.step)
        joined.fault = fault ?? other.fault
        joined.warnings = Set(warnings + other.warnings).sorted()
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
            span.lines = spans.flatMap(\.lines).sorted { $0.series < $1.series }
            return span
        }
        return joined
    }
}
