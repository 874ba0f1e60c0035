extension DistributionChart: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        guard let layout = DistributionLayout(self, size: size, measurer: measurer) else {
            return EmptyPlot.scene(title: title, size: size, format: format, measurer: measurer)
        }
        return Scene(size: size, marks: layout.marks, title: title)
    }
}
