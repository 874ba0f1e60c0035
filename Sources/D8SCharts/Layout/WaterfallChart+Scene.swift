import D8SModel

extension WaterfallChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        WaterfallLayout(self, size: size, measurer: measurer)?.marks
    }

    var detail: String {
        let changes = steps.prefix(50).map {
            $0.label.cleanedForDrawing(limit: 60) + " " + signed($0.value)
        }
        return ([named(start)] + changes + [named(end)]).asDetail
    }

    private func named(_ total: Entry) -> String {
        total.label.cleanedForDrawing(limit: 60) + " " + format.value(total.value, unit)
    }

    /// `+$40`, `−$3`.
    func signed(_ value: Double) -> String {
        (value > 0 ? "+" : "") + format.value(value, unit)
    }
}
