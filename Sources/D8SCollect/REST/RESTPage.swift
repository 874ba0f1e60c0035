import D8SModel

/// The records of one page while its rows are read.
struct RESTPage {
    private(set) var batch = RecordBatch()
    private var samples = RESTSamples()
    /// The latest event among the records.
    private(set) var newest: Instant?

    /// What is to be delivered, with the samples as columns.
    var whole: RecordBatch {
        var whole = batch
        whole.columns = samples.columns
        return whole
    }

    /// Takes in the record that this mapping makes of a row.
    ///
    /// - Throws: `RESTRowFault` if it makes none.
    mutating func add(
        _ row: RESTRow,
        as mapping: RESTMapping,
        _ values: RESTValues
    ) throws(RESTRowFault) {
        let reader = RESTRowReader(row: row, fields: mapping.fields, values: values)
        switch mapping.kind {
        case .series: try addSample(reader, mapping)
        case .deployments:
            let deployment = try reader.deployment()
            batch.deployments.append(deployment)
            saw(deployment.finished)
        case .changes:
            let change = try reader.change()
            batch.changes.append(change)
            saw(change.committed)
        case .incidents:
            let incident = try reader.incident()
            batch.incidents.append(incident)
            saw(incident.resolved ?? incident.opened)
        case .runs:
            let run = try reader.run(steps: Self.steps(row, mapping.steps, values))
            batch.runs.append(run)
            saw(run.finished ?? run.created)
        case .alerts:
            let alert = try reader.alert(labels: Self.labels(reader, mapping))
            batch.alerts.append(alert)
            saw(alert.ended ?? alert.started)
        }
    }

    private mutating func addSample(
        _ reader: RESTRowReader,
        _ mapping: RESTMapping
    ) throws(RESTRowFault) {
        let metric = try reader.required("metric"), time = try reader.requiredTime("time")
        guard let value = try reader.number("value") else {
            throw .bad(field: "value", reason: "is missing")
        }
        let labels = try Self.labels(reader, mapping)
        samples.add(value, at: time, to: Series(metric: metric, labels: labels))
        saw(time)
    }

    private mutating func saw(_ instant: Instant) {
        newest = max(newest ?? instant, instant)
    }

    private static func labels(
        _ reader: RESTRowReader,
        _ mapping: RESTMapping
    ) throws(RESTRowFault) -> [Label] {
        var labels: [Label] = []
        for (name, field) in mapping.labels.sorted(by: { $0.key < $1.key }) {
            if name == "*", case .paths(let paths) = field.origin {
                let found =
                    paths.lazy.map { members(of: $0, in: reader.row) }.first { !$0.isEmpty } ?? []
                let wanted = field.names.map { names(reader.values.text($0)) }
                labels += found.filter { wanted?.contains($0.name) ?? true }
            } else if let value = try reader.text(field, name) {
                labels.append(Label(name, value))
            }
        }
        return labels
    }

    private static func names(_ text: String) -> [String] {
        text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func members(of path: RESTPath, in row: RESTRow) -> [Label] {
        let members = path.values(in: row).compactMap(\.members).first ?? [:]
        return members.compactMap { name, value in value.text.map { Label(name, $0) } }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private static func steps(
        _ row: RESTRow,
        _ steps: RESTMapping.Steps?,
        _ values: RESTValues
    ) throws(RESTRowFault) -> [RunStep] {
        guard let steps else { return [] }
        var result: [RunStep] = []
        for step in steps.rows.rows(in: row.value) {
            let reader = RESTRowReader(row: step, fields: steps.fields, values: values)
            result.append(try reader.step())
        }
        return result
    }
}
