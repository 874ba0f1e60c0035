package import D8SModel

/// What one task run costs, with all its attempts.
///
/// Pod hours × (max(effective CPU request, CPU used) · rate, the same for memory, and GPUs), plus
/// the volumes that it mounts and what it sends.
package struct TaskRunCost: Hashable, Sendable {
    package let hours: RunHours
    package let cpu, memory: EffectiveRequest
    package let amounts: ResourceAmounts
    /// What of that the attempts before the last one cost.
    package let retries: ExactDecimal
    /// (Sum of what the steps ask for − the largest of them) · hours · rate: the steps run one
    /// after another.
    package let overReserved: ExactDecimal
    /// What of that would be saved, with what is used anyway.
    package let recoverable: ExactDecimal

    /// - Parameters:
    ///   - run: The task run.
    ///   - pod: What is known of its pod.
    ///   - rates: For what is not known of its node, and for volumes.
    ///   - end: Until when one that goes on is counted.
    package init(_ run: Run, pod: PodUse? = nil, rates: Rates, until end: Instant) {
        let hours = RunHours(run, pod: pod?.hours, until: end)
        let cpu = EffectiveRequest.cpu(of: run), memory = EffectiveRequest.memory(of: run)
        let price = pod?.rates ?? rates.base
        let used = pod ?? PodUse()
        let earlier = hours.earlier ?? 0, last = hours.last ?? 0
        func amount(_ first: Double, _ second: Double) -> ExactDecimal {
            ExactDecimal(quantity: first).times(price.cpu)
                .plus(ExactDecimal(quantity: second).times(price.memory))
        }
        let processor = max(cpu.amount * last, used.cpu)
        let working = max(memory.amount * last, used.memory)
        let before = amount(cpu.amount * earlier, memory.amount * earlier)
        let storage = used.volumes.map { volume in
            ExactDecimal(quantity: volume.gibibytes * hours.all)
                .times(rates.storage(of: volume.storageClass))
        }
        amounts = ResourceAmounts(
            cpu: ExactDecimal(quantity: processor).plus(
                ExactDecimal(quantity: cpu.amount * earlier)
            ).times(price.cpu),
            memory: ExactDecimal(quantity: working).plus(
                ExactDecimal(quantity: memory.amount * earlier)
            ).times(price.memory),
            gpu: ExactDecimal(quantity: used.gpus * hours.all).times(price.gpu),
            storage: storage.total,
            network: ExactDecimal(quantity: used.sent).times(rates.network)
        )
        retries = before
        overReserved = amount(
            (cpu.steps - cpu.largestStep) * hours.all,
            (memory.steps - memory.largestStep) * hours.all
        )
        let needed = amount(
            max(cpu.needed * last, used.cpu),
            max(memory.needed * last, used.memory)
        )
        .plus(amount(cpu.needed * earlier, memory.needed * earlier))
        recoverable = max(.zero, amount(processor, working).plus(before).minus(needed))
        self.hours = hours
        self.cpu = cpu
        self.memory = memory
    }
}
