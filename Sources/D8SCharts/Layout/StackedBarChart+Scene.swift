extension StackedBarChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        StackedBarLayout(self, size: size, measurer: measurer)?.marks
    }
}
