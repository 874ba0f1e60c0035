import D8SModel

/// One value of one label that a pack's page may be narrowed to: `namespace = checkout`.
struct DomainFilter: Hashable, Sendable {
    /// Labels by which people look for their own, where a pack has them.
    private static let usual = ["environment", "cluster", "namespace", "service", "job"]
    /// A label with more values than this is narrowed to those only that need attention.
    private static let mostValues = 12

    let label: String
    let value: String

    /// Part of the address: `namespace-checkout`.
    var folder: String { "\(Slug.of(label))-\(Slug.of(value))" }

    /// Those that a pack's page offers, label by label; none where there is one value only.
    ///
    /// `isWhole` if everything is to be drawn, whether or not it needs attention; services have
    /// pages of their own then.
    static func all(
        of domain: DomainReading,
        items: [Item],
        isWhole: Bool
    ) -> [DomainFilter] {
        let labels = usual + domain.pack.entity.labels.filter { !usual.contains($0) }
        let isWhole = isWhole && domain.pack.entity.kind != .service
        let named = Set(items.flatMap(\.findings).map(\.entity.name))
        return labels.flatMap { label -> [DomainFilter] in
            let values = values(of: label, in: domain)
            guard values.count > 1 else { return [] }
            let shown =
                values.count > mostValues && !isWhole
                ? Array(
                    values.filter { value in named.contains { isNamed(value, in: $0) } }
                        .prefix(mostValues)
                ) : values
            return shown.map { DomainFilter(label: label, value: $0) }
        }
    }

    private static func values(of label: String, in domain: DomainReading) -> [String] {
        let series = domain.measures.flatMap(\.lines).map(\.series)
        return Set(series.compactMap { $0.value(of: label) }).sorted()
    }

    /// Whether an entity of this name is of the value: `shop` is in `shop/checkout`, not in
    /// `workshop`.
    func isIn(_ name: String) -> Bool { Self.isNamed(value, in: name) }

    private static func isNamed(_ value: String, in name: String) -> Bool {
        "/\(name)/".contains("/\(value)/")
    }

    /// Whether it is about this series; one without the label is not.
    func matches(_ line: MeasureReading.Line) -> Bool {
        line.series.value(of: label) == value
    }
}

extension DomainReading {
    /// The same with the series only that a filter is about.
    func narrowed(to filter: DomainFilter) -> DomainReading {
        var narrowed = self
        for number in measures.indices {
            narrowed.measures[number].lines = measures[number].lines.filter(filter.matches)
        }
        for number in panels.indices {
            for span in panels[number].spans.indices {
                let lines = panels[number].spans[span].lines
                narrowed.panels[number].spans[span].lines = lines.filter(filter.matches)
            }
        }
        return narrowed
    }
}
