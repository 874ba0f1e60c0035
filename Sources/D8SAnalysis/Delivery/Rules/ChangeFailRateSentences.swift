import D8SModel

/// What is said of a change fail rate that rose.
struct ChangeFailRateSentences {
    let service: ServiceDelivery
    let night: DeliveryNight
    let shift: ShareWorse.Shift

    private var name: String { service.service.name }
    private var format: Format { night.format }
    private var now: Measure { shift.comparison.now }
    private var before: Measure { shift.comparison.before }
    private var since: String { Words.since(shift.since, night) }
    private var failures: [JudgedDeployment] {
        service.deployments.filter { shift.span.isRecent($0) && $0.neededIntervention }
    }

    var statements: [Audience: Statement] {
        let share = Words.share(shift.comparison.value, format)
        return [
            .executive: Statement(title: "\(name) fails \(share)", detail: consequence),
            .devops: Statement(title: "\(name) fails \(share)", detail: facts),
            .analyst: Statement(
                title: "\(name)'s change fail rate rose from "
                    + "\(format.value(before.value, .ratio)) to \(format.value(now.value, .ratio))",
                detail: analysis
            ),
        ]
    }

    private var consequence: String {
        let usual = Double(now.n) * shift.comparison.earlier
        let more = max(0, Int((Double(now.k ?? 0) - usual).rounded()))
        return
            "\(Words.counts(now, format)) deployments in the last \(shift.span.days) days needed "
            + "repair; \(earlier). "
            + "That is about \(format.count(more, "failure")) more than usual\(since), each of them "
            + "felt by users or paid for with unplanned work."
    }

    private var facts: String {
        let last = failures.last.map {
            " The last was \($0.deployment.label) on "
                + "\(format.dateTime($0.deployment.finished, reference: night.asOf))."
        }
        return
            "\(Words.counts(now, format)) deployments in the last \(shift.span.days) days needed "
            + "intervention (\(Words.reasons(failures))); \(earlier).\(last ?? "")"
    }

    /// `in the 90 days before it was 6 % (8 of 131)`.
    private var earlier: String {
        "in the \(shift.span.beforeDays) days before it was \(format.value(before.value, .ratio)) "
            + "(\(Words.counts(before, format)))"
    }

    private var analysis: String {
        "\(now.name.title) of \(name) in \(service.environment) over \(shift.span.days) days: "
            + "\(Words.exact(now, format)), after \(Words.exact(before, format)) in the "
            + "\(shift.span.beforeDays) days before.\(Words.onset(shift.since, shift.probability, night))"
    }

    var actions: [Action] {
        let first = Action(
            text: "Go through the \(format.count(failures.count, "failed deployment")) of the last "
                + "\(shift.span.days) days (\(Words.reasons(failures))) and fix what most of them share.",
            impact: .high,
            effort: .medium
        )
        guard let sizes, sizes.failed >= 1.5 * max(1, sizes.other) else { return [first] }
        let smaller = Action(
            text: "Deploy smaller: failed deployments carried a median of "
                + "\(format.number(sizes.failed)) changes, the others \(format.number(sizes.other)).",
            impact: .medium,
            effort: .medium
        )
        return [first, smaller]
    }

    /// Whether failed deployments were larger than the others, for the evidence; nil without both.
    var size: String? {
        guard let sizes else { return nil }
        return "size of deployments: a median of \(format.number(sizes.failed)) changes in failed "
            + "ones, \(format.number(sizes.other)) in the others "
            + "(\(Words.probability(sizes.probability, format)), rank sum)"
    }

    private var sizes: (failed: Double, other: Double, probability: Double)? {
        let all = service.deployments.filter(shift.span.isRecent)
        let failed = all.filter(\.neededIntervention).compactMap { $0.changes.map(Double.init) }
        let other = all.filter { !$0.neededIntervention }.compactMap {
            $0.changes.map(Double.init)
        }
        guard let one = Quantile.median(of: failed), let two = Quantile.median(of: other),
            let probability = RankSum.higher(failed, than: other)
        else { return nil }
        return (one, two, probability)
    }
}
