import D8SModel

/// One slot of the strip: a measure that is not as it should be.
struct KeyMetric: Hashable {
    let measure: MeasureName
    let label: String
    /// Whose it is; nil for the service where only one is watched.
    let who: String?
    let value: String
    let was: String
    let severity: Severity

    /// The measures of these items in rank order, each measure once (its worst item's), at most
    /// five.
    static func strip(of items: [Item], services: Int, _ format: Format) -> [KeyMetric] {
        var strip: [KeyMetric] = []
        for item in items {
            let format = item.format(format)
            for finding in item.findings {
                guard strip.count < 5, finding.isAboutKeyMetric, let measure = finding.measure,
                    let value = measure.text(format),
                    !strip.contains(where: { $0.measure == measure.name })
                else { continue }
                let name = finding.entity.name.shortened(to: 40)
                strip.append(
                    KeyMetric(
                        measure: measure.name,
                        label: measure.name.shortTitle,
                        who: services == 1 && finding.entity.kind == .service ? nil : name,
                        value: value,
                        was: finding.change(format) ?? finding.held(format)
                            ?? measure.sample(format),
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
            "severity": .text(severity.word), "who": .optional(who),
        ]
    }
}

extension Finding {
    /// What its measure is held against: `budget $7,000`; nil if that is not set.
    fileprivate func held(_ format: Format) -> String? {
        evidence.series.flatMap { series in
            series.target.map { "\(series.targetName) \(format.value($0, series.unit))" }
        }
    }

    /// Whether the value of its measure is what is wrong, and one that readers steer by.
    ///
    /// That of an open failure is not: how long the others lasted may be as it should be. Whether
    /// changes are mapped is a question of data, not of delivery.
    fileprivate var isAboutKeyMetric: Bool {
        let isHeldAgainstALimit =
            evidence.series?.target != nil || evidence.series?.limits.isEmpty == false
        guard baseline?.value != nil || isHeldAgainstALimit else { return false }
        return measure?.name.isKey ?? false
    }
}
