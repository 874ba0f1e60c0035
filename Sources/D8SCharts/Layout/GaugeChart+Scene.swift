import D8SModel

extension GaugeChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        finite.map { GaugeLayout(self, value: $0, size: size, measurer: measurer).marks }
    }

    var detail: String {
        guard let value = finite else { return "" }
        return [
            format.value(value, unit), words.target + " " + format.value(target, unit),
            distance(of: value),
        ].asDetail
    }

    /// The value, nil where it or the target is no number.
    private var finite: Double? {
        value.flatMap { $0.isFinite && target.isFinite ? $0 : nil }
    }

    /// How far the value is from its target: `7 points above target`.
    func distance(of value: Double) -> String {
        let far = abs(value - target)
        if far <= (unit == .ratio ? 0.000_05 : max(abs(value), abs(target)) * 0.000_5) {
            return words.equal
        }
        let amount =
            unit == .ratio
            ? format.percent(far).replacingPercent(with: words.points) : format.value(far, unit)
        return amount + " " + (value > target ? words.above : words.below)
    }
}

extension String {
    /// A difference of two shares is in points, not in percent.
    fileprivate func replacingPercent(with word: String) -> String {
        guard hasSuffix("%") else { return self }
        return String(dropLast()) + word
    }
}
