import D8SAnalysis
import D8SModel
import Testing

struct PipelineCostingTests {
    private static let gibibyte = 1_073_741_824.0
    private static let start = Instant(seconds: 1_790_812_800)
    private static let asOf = start.adding(seconds: 86_400)
    private static let window = Window(start: start, end: asOf)

    private func at(_ hours: Double) -> Instant { Self.start.adding(seconds: hours * 3600) }

    private func step(
        _ kind: RunStep.Kind,
        _ cores: Double?,
        _ gibibytes: Double? = nil
    ) -> RunStep {
        RunStep(
            name: "s",
            kind: kind,
            cpuRequest: cores,
            memoryRequest: gibibytes.map { $0 * Self.gibibyte }
        )
    }

    private func pipelineRun(_ id: String, _ status: RunStatus, hour: Double = 1) -> Run {
        Run(
            id: id,
            kind: .pipeline,
            pipeline: "build",
            namespace: "ci",
            created: at(hour),
            status: status
        )
    }

    private func taskRun(
        _ id: String,
        of parent: String?,
        from: Double,
        to: Double?,
        created: Double? = nil,
        retries: Int = 0,
        status: RunStatus = .success,
        _ steps: [RunStep]
    ) -> Run {
        Run(
            id: id,
            kind: .task,
            pipeline: "compile",
            namespace: "ci",
            parent: parent,
            task: "compile",
            created: at(created ?? from),
            started: at(from),
            finished: to.map(at),
            status: status,
            retries: retries,
            pod: id + "-pod",
            steps: steps
        )
    }

    private func costs(_ runs: [Run], pods: [PodUse.ID: PodUse] = [:]) -> PipelineCosts {
        PipelineCosting(rates: .round, asOf: Self.asOf, pods: pods, teams: ["ci": "Platform"])
            .costs(of: runs, in: Self.window)
    }

    @Test func `a pod asks for its largest init container or the sum of all others`() {
        let steps = [step(.initial, 2), step(.step, 1), step(.step, 0.5), step(.sidecar, 0.25)]
        #expect(EffectiveRequest(of: steps, \.cpuRequest).amount == 2)
        let larger = steps + [step(.step, 1)]
        // 1 + 0.5 + 1 + 0.25; if the steps asked for the largest of them, 2 of the init container.
        #expect(EffectiveRequest(of: larger, \.cpuRequest).amount == 2.75)
        #expect(EffectiveRequest(of: larger, \.cpuRequest).needed == 2)
        #expect(!EffectiveRequest(of: [step(.step, nil)], \.cpuRequest).isKnown)
        #expect(
            EffectiveRequest(of: [step(.step, .nan), step(.step, -1)], \.cpuRequest).amount == 0
        )
    }

    /// Two hours with 1.5 cores and 3 GiB: 3 · 0.03 + 6 · 0.004 = 0.114.
    @Test func `a task run costs its pod's hours times what it asks for`() {
        let steps = [step(.step, 1, 2), step(.step, 0.5, 1)]
        let costs = costs([
            pipelineRun("p", .success), taskRun("t", of: "p", from: 1, to: 3, steps),
        ])
        #expect(costs.total == decimal("0.114"))
        #expect(costs.runs.map(\.amounts.cpu) == [decimal("0.09")])
        #expect(costs.runs.map(\.amounts.memory) == [decimal("0.024")])
        // ((1.5 - 1) · 0.03 + (3 - 2) · 0.004) · 2
        #expect(costs.runs.map(\.overReserved) == [decimal("0.038")])
        #expect(costs.by(.team).map(\.team) == ["Platform"])
        #expect(costs.by(.pipeline).map(\.costPerRun) == [decimal("0.114")])
    }

    @Test func `what was used beyond what was asked for is paid for, by the node's rates`() {
        let pod = PodUse(
            rates: ResourceRates(cpu: decimal("0.01"), memory: decimal("0.001"), gpu: decimal("2")),
            hours: 1.5,
            cpu: 4,
            memory: 1,
            gpus: 1,
            volumes: [PodUse.Volume(storageClass: nil, gibibytes: 10)]
        )
        let costs = costs(
            [taskRun("t", of: nil, from: 1, to: 3, [step(.step, 2, 2)])],
            pods: [PodUse.ID(namespace: "ci", pod: "t-pod"): pod]
        )
        let amounts = costs.runs.first?.amounts
        // 4 core-hours used, more than 3 asked for; 3 GiB-hours asked for, more than 1 used.
        #expect(amounts?.cpu == decimal("0.04"))
        #expect(amounts?.memory == decimal("0.003"))
        #expect(amounts?.gpu == decimal("3"))
        #expect(amounts?.storage == decimal("0.0015"))
    }

    @Test func `attempts before the last one are paid for as well`() {
        // Created at 1, the last attempt from 2.5 to 3: 0.5 hours, and 1.5 hours before it.
        let task = taskRun("t", of: "p", from: 2.5, to: 3, created: 1, retries: 2, [step(.step, 1)])
        let costs = costs([pipelineRun("p", .success), task])
        #expect(costs.total == decimal("0.06"))
        #expect(costs.whole.retryCost == decimal("0.045"))
    }

    @Test func `failure costs what runs cost that failed, timed out or were cancelled`() {
        let statuses = [RunStatus.success, .failure, .timeout, .cancelled, .running]
        let runs = statuses.enumerated().flatMap { index, status in
            [
                pipelineRun("p\(index)", status),
                taskRun("t\(index)", of: "p\(index)", from: 1, to: 2, [step(.step, 1)]),
            ]
        }
        let whole = costs(runs).whole
        #expect((whole.runs, whole.failures) == (5, 3))
        #expect(whole.cost == decimal("0.15"))
        #expect(whole.failureCost == decimal("0.09"))
        #expect(whole.failureShare == 0.6)
    }

    @Test
    func `a run that goes on is counted until the report, one that lost its end until its steps'`()
    {
        var lost = taskRun("lost", of: nil, from: 1, to: nil, status: .failure, [step(.step, 1)])
        lost.steps[0].finished = at(1.5)
        let costs = costs([
            taskRun("on", of: nil, from: 22, to: nil, status: .running, [step(.step, 1)]), lost,
        ])
        #expect(costs.runs.map(\.cost) == [decimal("0.015"), decimal("0.06")])
    }

    @Test func `what is not known costs nothing and is counted`() {
        var never = taskRun("never", of: "p", from: 2, to: 1, [step(.step, 1)])
        never.steps = [step(.step, nil)]
        let whole = costs([pipelineRun("p", .failure), never]).whole
        #expect(whole.cost == .zero)
        #expect((whole.taskRuns, whole.withoutTimes, whole.withoutRequests) == (1, 1, 1))
    }

    @Test func `task runs of a run from before the window belong to that window`() {
        let runs = [
            pipelineRun("p", .success, hour: -1),
            taskRun("t", of: "p", from: 1, to: 2, [step(.step, 1)]),
            taskRun("u", of: "gone", from: 1, to: 2, [step(.step, 1)]),
        ]
        let costs = costs(runs)
        #expect(costs.runs.map(\.pipeline) == ["compile"])
        #expect(costs.total == decimal("0.03"))
    }

    @Test func `order changes nothing, and the dimensions come to the whole`() {
        var random = Xoshiro(seed: 7)
        let runs = (0..<60).flatMap { index -> [Run] in
            let from = Double.random(in: 0...20, using: &random)
            let status = RunStatus.allCases[index % RunStatus.allCases.count]
            let steps = (0..<3).map { _ in
                step(.step, .random(in: 0...3, using: &random), .random(in: 0...9, using: &random))
            }
            return [
                pipelineRun("p\(index)", status, hour: from),
                taskRun("t\(index)", of: "p\(index)", from: from, to: from + 1, steps),
            ]
        }
        let costs = costs(runs)
        #expect(costs == self.costs(runs.shuffled(using: &random)))
        for dimension in PipelineCosts.Dimension.allCases {
            #expect(costs.by(dimension).map(\.cost).total == costs.total)
            #expect(costs.by(dimension).allSatisfy { $0.overReserved <= $0.cost })
        }
    }
}
