import D8SModel

/// Days as squares: weekdays from top to bottom, weeks from left to right.
struct CalendarLayout {
    private let chart: CalendarChart
    private let style: ChartStyle
    private let measurer: any TextMeasurer
    /// The Monday of the first column.
    private let start: Day
    private let weeks: Int
    /// From one square to the next.
    private let pitch: Double
    private let left: Double
    private let top: Double

    init(_ chart: CalendarChart, size: Size, measurer: any TextMeasurer) {
        self.chart = chart
        self.measurer = measurer
        let style = ChartStyle(size: size)
        self.style = style
        let names = (0..<7).map {
            measurer.width(of: chart.format.weekday(Day(number: $0)), style: style.label)
        }
        left = style.hasAxes ? (names.max() ?? 0) + 8 : 0
        top = style.hasAxes ? style.lineHeight + 2 : 0
        // Weeks narrower than three pixels cannot be told apart: the latest are shown.
        let end = Week(of: chart.last).monday
        let limit = max(Int((size.width - left) / 3), 1)
        let number = end.number - Week(of: chart.first).monday.number
        weeks = min(number / 7 + 1, limit)
        start = end.adding(days: -7 * (weeks - 1))
        pitch = max(
            min((size.width - left) / Double(weeks), (size.height - top) / 7, 26),
            1
        )
    }

    /// Labels, then squares.
    var marks: [Mark] {
        (style.hasAxes ? weekdays + months : []) + squares
    }

    private var square: Double { pitch >= 10 ? pitch - 3 : pitch >= 5 ? pitch - 1.5 : pitch * 0.75 }

    private var weekdays: [Mark] {
        let step = pitch >= style.lineHeight ? 2 : 4
        return stride(from: 0, to: 7, by: step).map { row in
            let y = top + Double(row) * pitch + square / 2 + style.middle
            return .text(
                chart.format.weekday(start.adding(days: row)),
                at: Point(x: left - 8, y: y),
                style: style.label,
                ink: .muted,
                anchor: .end
            )
        }
    }

    /// Over the first week that ends in a month; with the year where it changes.
    private var months: [Mark] {
        var marks: [Mark] = [], used = 0.0
        var labels = monthLabels
        if labels.count > 1, labels[0].x + labels[0].width + 8 > labels[1].x {
            labels.removeFirst()
        }
        for label in labels where label.x >= used && label.x + label.width <= style.size.width {
            let place = Point(x: label.x, y: style.label.size)
            marks.append(.text(label.text, at: place, style: style.label, ink: .muted))
            used = label.x + label.width + 8
        }
        return marks
    }

    private var monthLabels: [(text: String, x: Double, width: Double)] {
        var previous: Day?
        return (0..<weeks).compactMap { week in
            let day = min(start.adding(days: week * 7 + 6), chart.last)
            defer { previous = day }
            if let previous, previous.month == day.month, previous.year == day.year { return nil }
            let isNewYear = previous.map { $0.year != day.year } ?? false
            let text = chart.format.month(day) + (isNewYear ? "\u{a0}\(day.year)" : "")
            let width = measurer.width(of: text, style: style.label)
            return (text, left + Double(week) * pitch, width)
        }
    }

    private var squares: [Mark] {
        var cells: [Day: CalendarChart.Cell] = [:]
        for cell in chart.cells { cells[cell.day] = cell }
        let most = chart.cells.map(\.count).max() ?? 0
        return (0..<weeks * 7).flatMap { index -> [Mark] in
            let day = start.adding(days: index)
            guard chart.first <= day, day <= chart.last else { return [] }
            let frame = Frame(
                x: left + Double(index / 7) * pitch,
                y: top + Double(index % 7) * pitch,
                width: square,
                height: square
            )
            return marks(for: cells[day], in: frame, most: most)
        }
    }

    private func marks(for cell: CalendarChart.Cell?, in frame: Frame, most: Int) -> [Mark] {
        let radius = min(square / 5, 2.5)
        guard let cell, cell.count > 0 || cell.failures > 0 else {
            return [.rectangle(frame, fill: .band, radius: radius)]
        }
        if cell.failures > 0 {
            return [.rectangle(frame, fill: .band, radius: radius), diamond(in: frame)]
        }
        let share = (Double(cell.count) / Double(max(most, 1))).squareRoot()
        let side = square * (0.4 + 0.15 * (share * 4).rounded(.up))
        let inner = Frame(
            x: frame.x + (square - side) / 2,
            y: frame.y + (square - side) / 2,
            width: side,
            height: side
        )
        return [
            .rectangle(frame, fill: .band, radius: radius),
            .rectangle(inner, fill: .series, radius: min(side / 5, 2.5)),
        ]
    }

    /// A day with a failure differs by its shape too, for those who cannot tell the colours apart.
    private func diamond(in frame: Frame) -> Mark {
        let (x, y) = (frame.x + square / 2, frame.y + square / 2)
        let reach = square * 0.56
        let corners = [(0.0, -reach), (reach, 0), (0, reach), (-reach, 0)]
        return .area(corners.map { Point(x: x + $0.0, y: y + $0.1) }, fill: .critical)
    }
}
