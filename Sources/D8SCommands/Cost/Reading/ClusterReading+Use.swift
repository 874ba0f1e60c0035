import D8SAnalysis
import D8SHistory
import D8SModel

extension ClusterReading {
    /// What containers used: CPU time of the kubelet, else means of metrics.k8s.io; the working set.
    mutating func readUse() throws {
        let isWhole: @Sendable (Series) -> Bool = {
            let cpu = $0.value(of: "cpu")
            return cpu == nil || cpu == "total"
        }
        try forEach("container_cpu_usage_seconds_total", where: isWhole) {
            reading,
            series,
            columns in
            guard let id = reading.container(series) else { return }
            reading.counted.insert(id)
            reading.addCounter(series, columns, id)
        }
        try forEach("container_cpu_usage_cores") { reading, series, columns in
            guard let id = reading.container(series), !reading.counted.contains(id) else { return }
            let isBounded = reading.running.contains(id)
            reading.add(series, columns, id) { cell, part in
                cell.cpuUse.add(part, most: isBounded ? cell.present : 1)
            }
            reading.addPoints(columns, id, \.cpu)
        }
        try forEach("container_memory_working_set_bytes") { reading, series, columns in
            guard let id = reading.container(series) else { return }
            let isBounded = reading.running.contains(id)
            reading.add(series, columns, id, scale: 1 / Self.gibibyte) { cell, part in
                cell.memoryUse.add(part, most: isBounded ? cell.present : 1)
            }
            reading.addPoints(columns, id, \.memory)
        }
    }

    private mutating func addCounter(
        _ series: Series,
        _ columns: SampleColumns,
        _ id: ContainerID
    ) {
        let window = self.window
        var points = takePoints(of: id, step: SampleStep.of(columns.times) ?? step)
        tally.grow(columns.times, columns.values) { cores, time in
            guard window.contains(time) else { return }
            points?.cpu.add(cores)
            points?.see(time)
        }
        if let points { self.points[id] = points }
        let isBounded = running.contains(id)
        drain(series, id) { cell, part in
            cell.cpuUse.add(part, most: isBounded ? cell.present : 1)
        }
    }

    private var window: Range<Int64> {
        hours.window.start.milliseconds..<hours.window.end.milliseconds
    }

    private mutating func addPoints(
        _ columns: SampleColumns,
        _ id: ContainerID,
        _ part: WritableKeyPath<UsagePoints, UsageDigest>
    ) {
        let window = self.window
        change(pointsOf: id, step: SampleStep.of(columns.times) ?? step) { points in
            for (time, value) in zip(columns.times, columns.values) where window.contains(time) {
                guard value.isFinite else { continue }
                points[keyPath: part].add(value)
                points.see(time)
            }
        }
    }
}
