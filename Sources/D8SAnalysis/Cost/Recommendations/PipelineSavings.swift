import D8SModel

/// What could be saved in pipelines: first what steps reserve in vain, of the rest retries, of the
/// rest failures.
struct PipelineSavings {
    private(set) var recommendations: [Recommendation] = []
    private let costs: PipelineCosts
    private let policy: RecommendationPolicy
    private let hours: Double

    init(_ costs: PipelineCosts, _ policy: RecommendationPolicy) {
        self.costs = costs
        self.policy = policy
        hours = costs.window.end.seconds(since: costs.window.start) / 3600
        let pipelines = costs.by(.pipeline)
        let shares = pipelines.filter { $0.runs >= policy.runs }.compactMap(\.failureShare).sorted()
        for pipeline in pipelines { add(pipeline, shares) }
    }

    var perMonth: ExactDecimal { costs.total.perMonth(of: hours) }

    private mutating func add(_ pipeline: PipelineCost, _ shares: [Double]) {
        var left = pipeline.cost
        guard left > .zero else { return }
        take(pipeline.recoverable, from: &left, .overReservedSteps, pipeline)
        take(rest(pipeline.retryCost, of: pipeline, left), from: &left, .retries, pipeline)
        let avoidable = avoidableFailures(pipeline, shares)
        take(rest(avoidable, of: pipeline, left), from: &left, .failingPipeline, pipeline)
    }

    /// What is left of a part after savings that lowered all parts alike.
    private func rest(
        _ part: ExactDecimal,
        of pipeline: PipelineCost,
        _ left: ExactDecimal
    ) -> ExactDecimal {
        part.rounded(to: 9).times(left.rounded(to: 9)).divided(by: pipeline.cost, scale: 9) ?? .zero
    }

    /// What failures cost beyond those that there would be if it failed as seldom as the pipeline
    /// in the middle.
    private func avoidableFailures(_ pipeline: PipelineCost, _ shares: [Double]) -> ExactDecimal {
        guard pipeline.runs >= policy.runs, let share = pipeline.failureShare,
            share >= policy.failureShare
        else { return .zero }
        var others = shares
        if let own = others.firstIndex(of: share) { others.remove(at: own) }
        let usual = Quantile.median(of: others) ?? 0
        return pipeline.failureCost.times(ExactDecimal(quantity: max(0, 1 - usual / share)))
    }

    private mutating func take(
        _ amount: ExactDecimal,
        from left: inout ExactDecimal,
        _ kind: Recommendation.Kind,
        _ pipeline: PipelineCost
    ) {
        let amount = min(amount, left)
        let saving = Money(amount.perMonth(of: hours), costs.currency)
        guard saving.amount >= policy.leastSaving else { return }
        left = left.minus(amount)
        recommendations.append(
            Recommendation(
                kind: kind,
                place: CostPlace(
                    namespace: pipeline.namespace,
                    controllerKind: "Pipeline",
                    controller: pipeline.pipeline,
                    team: pipeline.team
                ),
                subject: pipeline.pipeline,
                saving: saving,
                spend: Money(pipeline.cost.perMonth(of: hours), costs.currency),
                effort: kind == .overReservedSteps ? .low : kind == .retries ? .medium : .high,
                risk: kind == .overReservedSteps ? .medium : .low,
                changes: [],
                basis: Self.basis(kind),
                snippet: kind == .overReservedSteps ? .steps(of: tasks(of: pipeline)) : nil
            )
        )
    }

    private func tasks(of pipeline: PipelineCost) -> [TaskRequests] {
        costs.tasks.filter {
            $0.namespace == pipeline.namespace && $0.pipeline == pipeline.pipeline
        }
    }

    private static func basis(_ kind: Recommendation.Kind) -> String {
        switch kind {
        case .overReservedSteps:
            "What its steps ask for together beyond the largest of them, since they run in turn."
        case .retries: "What attempts cost that failed and were made again."
        default:
            "What its failed runs cost beyond those of a pipeline that fails as often as most do."
        }
    }
}
