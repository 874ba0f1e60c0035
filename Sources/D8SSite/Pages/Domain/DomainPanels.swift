import D8SCharts
import D8SModel

/// The panels of a pack; one that has nothing to draw in any range is left out.
struct DomainPanels {
    let edition: Edition
    let domain: DomainReading

    init(_ edition: Edition, _ domain: DomainReading) {
        self.edition = edition
        self.domain = domain
    }

    var format: Format { edition.format }

    var all: [DomainPanel] { domain.panels.compactMap(panel) }

    func panel(_ reading: PanelReading) -> DomainPanel? {
        let spans =
            reading.panel.kind == .week
            ? weeks(of: reading) : reading.spans.compactMap { span(of: reading.panel, $0) }
        guard !spans.isEmpty || reading.fault != nil else { return nil }
        return DomainPanel(reading: reading, spans: spans)
    }

    /// The ranges that these panels have, for the page's switch; the shortest is the first choice.
    static func ranges(of panels: [DomainPanel]) -> [Fields] {
        let days = Set(panels.flatMap { $0.spans.flatMap(\.days) }).sorted()
        return days.enumerated().map { number, days in
            [
                "days": .text("\(days)"),
                "name": .text(days == 1 ? "24 h" : "\(days) d"),
                "isFirst": .flag(number == 0),
            ]
        }
    }

    /// Days of the week are told by 30 days or more, so that range stands for the shorter ones.
    private func weeks(of reading: PanelReading) -> [DomainPanel.Span] {
        let long = reading.spans.filter { $0.days >= 30 }
        return long.enumerated().compactMap { number, span in
            let shorter = reading.spans.map(\.days).filter { $0 < span.days }
            return self.span(of: reading.panel, span, shownAt: number == 0 ? shorter : [])
        }
    }

    private func span(
        of panel: PackPanel,
        _ span: PanelReading.Span,
        shownAt others: [Int] = []
    ) -> DomainPanel.Span? {
        let picture = PanelPicture(
            pack: domain.pack,
            panel: panel,
            span: span,
            format: format,
            asOf: edition.night.asOf
        )
        guard let chart = picture.chart else { return nil }
        let id = "\(panel.id)-\(span.days)d"
        let made = Panel(
            id: id,
            heading: picture.heading,
            source: source(panel, span),
            chart: chart,
            table: picture.table,
            csv: id + ".csv"
        )
        return DomainPanel.Span(
            days: others + [span.days],
            panel: made,
            picture: picture
        )
    }

    private func source(_ panel: PackPanel, _ span: PanelReading.Span) -> String {
        let range = span.days == 1 ? "24\u{a0}h" : "\(span.days)\u{a0}d"
        let step = format.duration(Double(span.step) / 1000)
        return "\(format.count(span.lines.count, "series", "series")), \(range), every \(step)"
            + span.warnings.map { "; \($0.shortened(to: 200))" }.joined()
    }
}
