import D8SModel
import Yams

/// Reads `targets:`: a table per service, `*` for all of them.
struct TargetsReader {
    let file: String

    /// Measures that may have a target.
    static let measures: [MeasureName] = [
        .changeLeadTime, .deploymentGap, .recoveryTime, .changeFailRate, .reworkRate,
    ]

    func read(_ reader: inout MappingReader) -> [String: [MeasureName: Double]] {
        guard let node = reader.node("targets") else { return [:] }
        var services = MappingReader(node, file: file, title: "`targets`")
        var targets: [String: [MeasureName: Double]] = [:]
        for service in services.keys {
            guard let table = services.node(service) else { continue }
            var measures = MappingReader(table, file: file, title: "a target")
            for measure in Self.measures {
                targets[service, default: [:]][measure] = target(measure, &measures)
            }
            services.absorb(measures.finish())
        }
        reader.absorb(services.problems)
        return targets
    }

    private func target(_ measure: MeasureName, _ reader: inout MappingReader) -> Double? {
        measure.unit == .ratio
            ? reader.value(measure.rawValue, form: "a percentage such as 15%", share)
            : reader.duration(measure.rawValue)
    }

    /// `15%`, `15 %` or `0.15` as a share from 0 to 1.
    private func share(_ text: String) -> Double? {
        let number = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let value = Double(number.filter { $0 != " " }) else { return nil }
        let share = text.hasSuffix("%") ? value / 100 : value
        return (0...1).contains(share) ? share : nil
    }
}
