import D8SModel

/// One slot of the strip: a measure that is not as it should be.
struct KeyMetric: Hashable {
    let measure: MeasureName
    let label: String
    let value: String
    let was: String
    let severity: Severity

    /// The measures of these items in rank order, each measure once (its worst item's), at most
    /// five.
    static func strip(of items: [Item], services: Int, _ format: Format) -> [KeyMetric] {
        var strip: [KeyMetric] = []
        for item in items {
            for finding in item.findings {
                guard strip.count < 5, let measure = finding.measure,
                    let value = measure.text(format),
                    !strip.contains(where: { $0.measure == measure.name })
                else { continue }
                let name = finding.entity.name.shortened(to: 40)
                let label = services > 1 ? "\(measure.name.title), \(name)" : measure.name.title
                strip.append(
                    KeyMetric(
                        measure: measure.name,
                        label: label,
                        value: value,
                        was: finding.change(format) ?? measure.sample(format),
                        severity: finding.severity
                    )
                )
            }
        }
        return strip
    }

    var fields: Fields {
        [
            "label": .text(label), "value": .text(value), "was": .text(was),
            "severity": .text(severity.word),
        ]
    }
}
