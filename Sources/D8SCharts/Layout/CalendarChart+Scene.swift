extension CalendarChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        first <= last ? CalendarLayout(self, size: size, measurer: measurer).marks : nil
    }
}
