extension HeatmapChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        HeatmapLayout(self, size: size, measurer: measurer)?.marks
    }
}
