import D8SModel

/// A chart with a plot: marks that one layout makes, or the words for "nothing to show".
protocol PlottedChart: Chart {
    var title: String { get }
    var format: Format { get }
    /// What somebody is told who does not see the marks; empty where the title says it all.
    var detail: String { get }

    /// The marks of a plot of this size, nil where there is nothing to show.
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]?
}

extension PlottedChart {
    var detail: String { "" }

    package func scene(size: Size, measurer: any TextMeasurer) -> Scene {
        guard let marks = marks(size: size, measurer: measurer) else {
            return EmptyPlot.scene(title: title, size: size, format: format, measurer: measurer)
        }
        return Scene(size: size, inside: marks, title: title, detail: detail, measurer: measurer)
    }
}
