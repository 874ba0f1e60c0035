package import D8SModel

extension Rates {
    /// The rates of the resources of a node.
    ///
    /// Of the entries that fit the one with the most conditions counts, of equals the first. Where
    /// it says what the whole node costs, the rates are scaled so that its capacity comes to that
    /// price, and keep their ratio (OpenCost specification v0.1, appendix A).
    ///
    /// - Parameters:
    ///   - kind: What decides the price.
    ///   - cores: Of its capacity.
    ///   - memory: Of its capacity, in GiB.
    ///   - gpus: Of its capacity.
    /// - Returns: What an hour of each costs.
    package func resources(
        of kind: NodeKind,
        cores: ExactDecimal = .zero,
        memory: ExactDecimal = .zero,
        gpus: ExactDecimal = .zero
    ) -> ResourceRates {
        guard let entry = entry(for: kind) else { return base }
        let rates = ResourceRates(
            cpu: entry.cpu ?? base.cpu,
            memory: entry.memory ?? base.memory,
            gpu: entry.gpu ?? base.gpu
        )
        guard let price = entry.hour else { return rates }
        let whole = cores.times(rates.cpu).plus(memory.times(rates.memory))
            .plus(gpus.times(rates.gpu))
        guard whole > .zero else { return rates }
        return rates.scaled(by: price, over: whole)
    }

    /// What the whole node costs in an hour; nil where its price is the sum of its resources.
    package func hour(of kind: NodeKind) -> ExactDecimal? {
        entry(for: kind)?.hour
    }

    /// The price of a GiB-hour of a storage class.
    package func storage(of storageClass: String?) -> ExactDecimal {
        storageClass.flatMap { storageClasses[$0] } ?? storage
    }

    /// The price of a GiB-hour of a volume: where nothing is configured, what was collected of it.
    func storage(of volume: VolumeUse) -> ExactDecimal {
        let collected = isDefault ? volume.price : nil
        return collected ?? storage(of: volume.storageClass)
    }

    private func entry(for kind: NodeKind) -> NodeRates? {
        var best: (entry: NodeRates, fit: Int)?
        for entry in nodes {
            guard let fit = entry.fit(kind), fit > best?.fit ?? -1 else { continue }
            best = (entry, fit)
        }
        return best?.entry
    }
}

extension ResourceRates {
    /// The same ratio between the rates, `price` / `whole` times as high, to 12 digits.
    fileprivate func scaled(by price: ExactDecimal, over whole: ExactDecimal) -> ResourceRates {
        func scaled(_ rate: ExactDecimal) -> ExactDecimal {
            rate.times(price).divided(by: whole, scale: Rates.mostDigits) ?? rate
        }
        return ResourceRates(cpu: scaled(cpu), memory: scaled(memory), gpu: scaled(gpu))
    }
}
