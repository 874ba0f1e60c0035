import D8SModel

/// What a host's last reading was.
struct HostMemory: Sendable {
    let list: SeriesList
    /// As many as the list has series.
    let values: [Double]

    /// Seconds of a processor that a counter steps back at most without having begun anew.
    private static let backStep = 3.0
    private static let processors = Array("node_cpu_seconds_total".utf8)

    /// These values of the same series, but for processors that step back a little.
    ///
    /// The kernel's counts of waiting and idle time do that (proc(5)), and would look like a
    /// restart: the whole count anew. What falls further is a processor that was taken out and put
    /// back. node-exporter does the same.
    func steadied(_ new: [Double]) -> [Double] {
        var values = new
        for (position, old) in self.values.enumerated() where position < new.count {
            let fall = old - new[position]
            guard fall > 0, fall < Self.backStep,
                list[position].key.starts(with: Self.processors)
            else { continue }
            values[position] = old
        }
        return values
    }
}
