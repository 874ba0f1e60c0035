import D8SModel

extension GaugeChart: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        guard let value, value.isFinite, target.isFinite else {
            return EmptyPlot.scene(title: title, size: size, format: format, measurer: measurer)
        }
        let layout = GaugeLayout(self, value: value, size: size, measurer: measurer)
        let detail = [
            format.value(value, unit), words.target + " " + format.value(target, unit),
            distance(of: value),
        ].asDetail
        return Scene(
            size: size,
            inside: layout.marks,
            title: title,
            detail: detail,
            measurer: measurer
        )
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
