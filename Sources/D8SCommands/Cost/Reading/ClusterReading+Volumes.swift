import D8SAnalysis
import D8SHistory
import D8SModel

extension ClusterReading {
    mutating func readVolumes() throws {
        try forEach("kube_persistentvolume_capacity_bytes") { reading, series, columns in
            guard let id = Self.volume(series) else { return }
            let step = SampleStep.of(columns.times) ?? reading.step
            reading.tally.hold(
                columns.times,
                columns.values,
                step: step,
                scale: 1 / Self.gibibyte
            )
            let origin = reading.origin(of: series)
            var record = reading.volumes.removeValue(forKey: id) ?? VolumeRecord()
            reading.tally.drain { hour, amount, cover in
                record.capacity[hour, default: UseCell.Covered()]
                    .add(HourPart(amount: amount, hours: cover, origin: origin))
            }
            reading.volumes[id] = record
        }
        for series in try series("kube_persistentvolume_info") {
            guard let id = Self.volume(series) else { continue }
            volumes[id]?.storageClass = series.value(of: "storageclass")
        }
        try readClaims()
    }

    private mutating func readClaims() throws {
        try forEach("kube_persistentvolume_claim_ref") { reading, series, columns in
            guard let id = Self.volume(series), columns.values.last == 1 else { return }
            reading.volumes[id]?.claimNamespace = series.label("claim_namespace")
            reading.volumes[id]?.claim = series.label("name")
        }
        try forEach("kube_persistentvolumeclaim_info") { reading, series, columns in
            guard let name = series.value(of: "volumename"), columns.count > 0 else { return }
            let id = VolumeRecord.ID(cluster: series.label("cluster"), name: name)
            guard reading.volumes[id]?.claim.isEmpty == true else { return }
            reading.volumes[id]?.claimNamespace = series.label("namespace")
            reading.volumes[id]?.claim = series.label("persistentvolumeclaim")
        }
        try forEach("kube_persistentvolume_status_phase") { reading, series, columns in
            guard let id = Self.volume(series) else { return }
            reading.volumes[id]?.hasPhase = true
            guard ["Bound", "Pending"].contains(series.label("phase")) else { return }
            let place = columns.values.lastIndex { $0 == 1 }
            guard let place else { return }
            let time = columns.times[place - columns.values.startIndex + columns.times.startIndex]
            let known = reading.volumes[id]?.bound ?? time
            reading.volumes[id]?.bound = max(known, time)
        }
    }

    private static func volume(_ series: Series) -> VolumeRecord.ID? {
        series.value(of: "persistentvolume").map {
            VolumeRecord.ID(cluster: series.label("cluster"), name: $0)
        }
    }
}

extension ClusterReading {
    /// Hours of the load balancers of services.
    mutating func readServices() throws {
        guard settings.rates.loadBalancer > .zero else { return }
        try forEach(
            "kube_service_spec_type",
            where: { $0.value(of: "type") == "LoadBalancer" }
        ) { reading, series, columns in
            let namespace = series.label("namespace"), cluster = series.label("cluster")
            let place = CostPlace(
                cluster: cluster,
                namespace: namespace,
                controllerKind: "Service",
                controller: series.label("service"),
                team: reading.teams[[cluster, namespace]] ?? ""
            )
            let step = SampleStep.of(columns.times) ?? reading.step
            reading.tally.hold(columns.times, columns.values, step: step)
            let days = reading.drainDays()
            reading.balancers[place] = zip(days, reading.balancers[place] ?? days).map(max)
        }
    }

    /// GiB that pods sent, of the counters of their interfaces.
    mutating func readTraffic() throws {
        guard settings.rates.network > .zero else { return }
        try forEach("container_network_transmit_bytes_total") { reading, series, columns in
            guard let id = series.pod, reading.pods[id] != nil else { return }
            reading.tally.grow(columns.times, columns.values) { _, _ in }
            // A growth by the second, times hours: times 3600 it is bytes.
            let days = reading.drainDays().map { $0 * 3600 / Self.gibibyte }
            let known = reading.traffic[id] ?? days.map { _ in 0 }
            reading.traffic[id] = zip(known, days).map(+)
        }
    }

    /// What was tallied, by the day.
    private mutating func drainDays() -> [Double] {
        var days = [Double](repeating: 0, count: hours.days.count)
        let dayOfHour = hours.dayOfHour
        tally.drain { hour, amount, _ in days[dayOfHour[hour]] += amount }
        return days
    }
}
