import D8SModel

@testable import D8SCollect

/// What becomes of objects, without a server or a file.
struct Intake {
    let batch: RecordBatch
    let report: CollectReport

    static let time = Instant(milliseconds: 1_700_000_000_000)

    init(
        json: String,
        cluster: String? = nil,
        serviceLabels: [String] = KubernetesSource.defaultServiceLabels
    ) {
        var source = KubernetesSource(
            .files([], time: nil),
            transport: FakeServer([:]),
            cluster: cluster
        )
        source.serviceLabels = serviceLabels
        var intake = ObjectIntake(source, place: "test", time: Self.time)
        for found in JSONObjects(Array(json.utf8)) {
            switch found {
            case .list: break
            case .object(let object): intake.take(object)
            case .fault(let fault): intake.reject(nil, line: fault.line, fault.reason)
            }
        }
        var batch = intake.takeBatch()
        intake.finish(hasTaskRuns: true)
        batch.runs += intake.takeBatch().runs
        self.batch = batch
        report = intake.report
    }

    /// `name{labels} value` of each sample, sorted.
    var lines: [String] { batch.lines }

    /// The lines of these metrics.
    func lines(of metrics: String...) -> [String] {
        lines.filter { line in
            metrics.contains { line.hasPrefix("\($0){") || line.hasPrefix("\($0) ") }
        }
    }
}

extension RecordBatch {
    /// `name{labels} value` of each sample, sorted.
    var lines: [String] {
        rounds.flatMap { round in
            zip(round.positions, round.values).map { position, value in
                let text = value == value.rounded() ? "\(Int64(value))" : "\(value)"
                return "\(round.list[Int(position)]) \(text)"
            }
        }.sorted()
    }
}
