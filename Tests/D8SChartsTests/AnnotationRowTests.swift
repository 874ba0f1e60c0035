import Testing

@testable import D8SCharts

@Suite struct AnnotationRowTests {
    private let style = ChartStyle(size: Size(width: 480, height: 200))

    // Every character is 6 points wide: 72 and 60 points of text. Right of 460 no label fits, so
    // that it hangs to the left, over the other's place; both are there only if it stands in the
    // upper row.
    @Test func `two labels near the right edge both find room`() {
        let rows = AnnotationRow.rows(
            [("median 6 hrs", 440), ("P95 14 hrs", 460)],
            style: style,
            measurer: PlainMeasurer()
        )
        #expect(rows.flatMap(\.labels).map(\.text) == ["median 6 hrs", "P95 14 hrs"])
        // 440 − 4 − 72 and 460 − 4 − 60.
        #expect(rows.flatMap(\.labels).map(\.left) == [364, 396])
        #expect(rows.count == 2)
    }

    /// The line of a label in the upper row goes through the lower one.
    @Test(arguments: [
        [("aaaa", 100.0), ("bbbb", 110), ("cccc", 120)],
        [("aaaaaa", 270.0), ("bbbbbbbb", 300), ("cccccccc", 320), ("dd", 470)],
        [("a", 476.0), ("bbbbbbbbbbbb", 477), ("c", 479)],
    ])
    func `no line crosses a label`(labels: [(String, Double)]) {
        let rows = AnnotationRow.rows(
            labels.map { (text: $0.0, x: $0.1) },
            style: style,
            measurer: PlainMeasurer()
        )
        for (number, row) in rows.enumerated() {
            for label in row.labels {
                let right = label.left + Double(label.text.count) * 6
                for other in rows[number...].flatMap(\.labels) where other.x != label.x {
                    let isClear = other.x <= label.left || other.x >= right
                    #expect(isClear)
                }
            }
        }
    }
}
