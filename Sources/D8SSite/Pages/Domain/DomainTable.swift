import D8SModel

/// The last value of each measure of a pack, series by series, against its limits.
struct DomainTable {
    /// Rows that a page shows at most; the file has all.
    private static let length = 200
    /// Values of a night that its file has at most: some 10 megabytes.
    private static let mostValues = 100_000

    private let edition: Edition
    private let domain: DomainReading

    init(_ edition: Edition, _ domain: DomainReading) {
        self.edition = edition
        self.domain = domain
    }

    /// The entities with a value in the night, by name.
    static func entities(of domain: DomainReading) -> [Entity] {
        let all = domain.measures.flatMap(\.lines).map { domain.pack.entity.entity(of: $0.series) }
        return Set(all).sorted()
    }

    var table: Table {
        var table = Table(
            [
                .init(title: domain.pack.entity.kind.rawValue.capitalizedFirst),
                .init(title: "Measure"), .init(title: "Last value", isNumber: true),
                .init(title: "At"), .init(title: "Limits"),
            ],
            isSortable: true
        )
        var left = Self.length
        for reading in domain.measures {
            for line in reading.lines.prefix(left) { table.add(row(line, reading)) }
            left = max(0, left - reading.lines.count)
        }
        return table
    }

    /// Every value of the night, for programs; of very many the last of each series.
    func file(at path: String) -> SiteFile {
        let count = domain.measures.flatMap(\.lines).reduce(0) { $0 + $1.values.count }
        let kept = count > Self.mostValues ? 1 : Int.max
        var csv = CSV(header: ["measure", "series", "time", "value", "unit"])
        for reading in domain.measures {
            let name = reading.measure.name
            for line in reading.lines {
                let head = [name.rawValue, line.series.description]
                csv.add(head, line, last: kept, unit: name.unit.rawValue)
            }
        }
        return SiteFile(path: path, bytes: csv.bytes)
    }

    private func row(_ line: MeasureReading.Line, _ reading: MeasureReading) -> [Table.Cell] {
        let measure = reading.measure
        let unit = measure.name.unit
        let last = line.values.last
        var value = Table.Cell(last.map { edition.format.value($0, unit) } ?? "no value")
        value.sort = last
        var head = Table.Cell(domain.pack.entity.entity(of: line.series).name)
        head.isHead = true
        let labels = line.series.labels.filter { !domain.pack.entity.labels.contains($0.name) }
        head.lines = labels.isEmpty ? [] : [Self.text(labels).shortened(to: 80)]
        let time = line.times.last.map { Instant(milliseconds: $0) }
        var at = Table.Cell(
            time.map { edition.format.dateTime($0, reference: edition.night.asOf) } ?? ""
        )
        at.sort = time.map { Double($0.milliseconds) }
        return [head, .init(measure.name.title), value, at, .init(limits(of: measure))]
    }

    private static func text(_ labels: [Label]) -> String {
        labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " ")
    }

    private func limits(of measure: PackMeasure) -> String {
        measure.thresholds.sorted { $0.severity > $1.severity }.map { threshold in
            let side = threshold.side == .above ? "above" : "below"
            let limit = edition.format.value(threshold.limit, measure.name.unit)
            return "\(threshold.severity.word) \(side) \(limit)"
        }.joined(separator: ", ")
    }
}

extension String {
    /// `host` as a heading: `Host`.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
