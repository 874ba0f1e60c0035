import D8SAnalysis

/// The hours of one container on one node, as far as anything is known of them.
struct ContainerCells {
    private(set) var firstHour = 0
    private(set) var cells: [UseCell] = []

    /// Changes the cell of an hour, which is made with all between it and the others.
    mutating func change(_ hour: Int, _ body: (inout UseCell) -> Void) {
        if cells.isEmpty { firstHour = hour }
        if hour < firstHour {
            cells.insert(
                contentsOf: repeatElement(UseCell(), count: firstHour - hour),
                at: 0
            )
            firstHour = hour
        }
        let missing = hour - firstHour - cells.count + 1
        if missing > 0 { cells.append(contentsOf: repeatElement(UseCell(), count: missing)) }
        body(&cells[hour - firstHour])
    }

    /// Whether it ran at any time, or used anything.
    var hasAny: Bool {
        cells.contains { $0.running.amount > 0 || $0.use != HourlyUse() }
    }

    var hours: [HourlyUse] { cells.map(\.use) }
}
