extension DistributionChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        DistributionLayout(self, size: size, measurer: measurer)?.marks
    }
}
