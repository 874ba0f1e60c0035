extension CalendarChart: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        guard first <= last else {
            return EmptyPlot.scene(title: title, size: size, format: format, measurer: measurer)
        }
        let layout = CalendarLayout(self, size: size, measurer: measurer)
        return Scene(size: size, inside: layout.marks, title: title, measurer: measurer)
    }
}
