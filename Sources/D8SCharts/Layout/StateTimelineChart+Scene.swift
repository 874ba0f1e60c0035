extension StateTimelineChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        StateTimelineLayout(self, size: size, measurer: measurer)?.marks
    }
}
