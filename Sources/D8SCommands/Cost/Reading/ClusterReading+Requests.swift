import D8SAnalysis
import D8SHistory
import D8SModel

extension ClusterReading {
    /// When containers ran: what they asked for before and after that holds nothing.
    mutating func readRunning() throws {
        try forEach("kube_pod_container_status_running") { reading, series, columns in
            guard let id = reading.container(series) else { return }
            reading.running.insert(id)
            reading.add(series, columns, id) { cell, part in cell.running.add(part) }
        }
    }

    mutating func readRequests() throws {
        try forEach("kube_pod_container_resource_requests") { reading, series, columns in
            guard let id = reading.container(series) else { return }
            // A pod that has no node yet holds nothing.
            let isPlaced = !series.label("node").isEmpty || reading.pods[id.pod] != nil
            guard isPlaced || reading.pods.isEmpty else { return }
            let resource = series.label("resource")
            reading.addRequest(resource, series, columns, id)
        }
    }

    private mutating func addRequest(
        _ resource: String,
        _ series: Series,
        _ columns: SampleColumns,
        _ id: ContainerID
    ) {
        let isBounded = running.contains(id)
        let part: WritableKeyPath<UseCell, UseCell.Covered>
        switch resource {
        case "cpu": part = \.cpuRequest
        case "memory": part = \.memoryRequest
        default:
            guard Self.isGPU(resource) else { return }
            part = \.gpu
        }
        let scale = resource == "memory" ? 1 / Self.gibibyte : 1
        add(series, columns, id, scale: scale) { cell, hour in
            cell[keyPath: part].add(hour, most: isBounded ? cell.running.amount : 1)
        }
        guard let last = columns.values.last(where: { $0 > 0 && $0.isFinite }) else { return }
        let step = SampleStep.of(columns.times) ?? step
        change(pointsOf: id, step: step) { points in
            if resource == "cpu" { points.cpuRequest = last }
            if resource == "memory" { points.memoryRequest = last }
        }
    }

    /// The container that a series is about; nil for a pod's own or none.
    func container(_ series: Series) -> ContainerID? {
        guard let pod = series.pod,
            let name = series.value(of: "container") ?? series.value(of: "container_name"),
            name != "POD"
        else { return nil }
        return ContainerID(pod: pod, container: name)
    }

    /// Adds the hours of a gauge to the container's cells.
    mutating func add(
        _ series: Series,
        _ columns: SampleColumns,
        _ id: ContainerID,
        scale: Double = 1,
        _ body: (inout UseCell, HourPart) -> Void
    ) {
        let step = SampleStep.of(columns.times) ?? step
        tally.hold(columns.times, columns.values, step: step, scale: scale)
        drain(series, id, body)
    }

    /// Hands the hours that were tallied to the cells of the container, where it ran then.
    mutating func drain(
        _ series: Series,
        _ id: ContainerID,
        _ body: (inout UseCell, HourPart) -> Void
    ) {
        let start = hours.window.start.milliseconds
        let pod = pods[id.pod]
        var place = id
        var current = ContainerCells()
        var isTaken = false
        let origin = origin(of: series)
        var tally = HourTally.none
        swap(&tally, &self.tally)
        tally.drain { hour, amount, cover in
            let node = pod?.node(at: start + Int64(hour) * 3_600_000) ?? series.label("node")
            if !isTaken || node != place.node {
                if isTaken { cells[place] = current }
                place.node = node
                current = cells.removeValue(forKey: place) ?? ContainerCells()
                isTaken = true
            }
            let part = HourPart(amount: amount, hours: cover, origin: origin)
            current.change(hour) { body(&$0, part) }
        }
        if isTaken { cells[place] = current }
        self.tally = tally
    }

    /// A number for the scrape job of a series.
    mutating func origin(of series: Series) -> UInt8 {
        let job = series.label("job")
        if let known = origins[job] { return known }
        let number = UInt8(clamping: origins.count)
        origins[job] = number
        return number
    }

    /// Changes the points of a container whose requests can be changed.
    mutating func change(
        pointsOf id: ContainerID,
        step: Int64,
        _ body: (inout UsagePoints) -> Void
    ) {
        guard var points = takePoints(of: id, step: step) else { return }
        body(&points)
        self.points[id] = points
    }

    /// The points of a container, to be put back; nil for one of a job, which comes and goes.
    mutating func takePoints(of id: ContainerID, step: Int64) -> UsagePoints? {
        guard let pod = pods[id.pod] else { return nil }
        let kind = controllers.of(pod).kind
        guard !["", "Job", "CronJob", "Pipeline", "TaskRun", "Node"].contains(kind) else {
            return nil
        }
        let length = hours.window.end.milliseconds - hours.window.start.milliseconds
        let most = min(Int(length / max(1000, step)), 1_000_000)
        return points.removeValue(forKey: id)
            ?? UsagePoints(cpu: UsageDigest(points: most), memory: UsageDigest(points: most))
    }
}
