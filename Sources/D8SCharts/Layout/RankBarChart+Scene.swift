extension RankBarChart: PlottedChart {
    func marks(size: Size, measurer: any TextMeasurer) -> [Mark]? {
        RankLayout(self, size: size, measurer: measurer)?.marks
    }

    /// The entries with a value from the greatest down, or from the least up.
    var ranked: [(label: String, value: Double, ink: Ink)] {
        entries.compactMap { entry in
            guard let value = entry.value, value.isFinite else { return nil }
            return (entry.label, value, entry.ink ?? ink)
        }.sorted { left, right in
            guard left.value != right.value else { return left.label < right.label }
            return leastFirst ? left.value < right.value : left.value > right.value
        }
    }
}
