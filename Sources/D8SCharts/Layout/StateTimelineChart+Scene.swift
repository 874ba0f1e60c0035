extension StateTimelineChart: Chart {
    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        guard let layout = StateTimelineLayout(self, size: size, measurer: measurer) else {
            return EmptyPlot.scene(title: title, size: size, format: format, measurer: measurer)
        }
        return Scene(
            size: size,
            inside: layout.marks,
            title: title,
            detail: detail,
            measurer: measurer
        )
    }
}
