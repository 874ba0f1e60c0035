import D8SModel

extension TimeSeriesChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        TimeSeriesLayout(self, size: size, measurer: measurer)?.marks
    }
}
