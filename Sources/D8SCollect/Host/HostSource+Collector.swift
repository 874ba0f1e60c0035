import D8SModel
import Synchronization

extension HostSource: Collector {
    package var kind: String { "host" }

    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        try await onOwnThread { [self] () throws(CollectError) in
            let now = occasion.now()
            let page = read(at: now)
            try deliver(page ?? failed, at: now, to: sink)
            guard let page else {
                throw .unusable(
                    what: "\(folder.path)/proc",
                    reason: "none of its files can be read",
                    mend: "Correct `root`, or mount the host's /proc there."
                )
            }
            return report(on: page, at: now)
        }
    }

    /// Every sample of the host; nil if nothing of it can be read.
    private func read(at now: Instant) -> HostPage? {
        var page = HostPage(labels: allLabels)
        CPUReading.read(folder, into: &page)
        MemoryReading.read(folder, into: &page)
        DiskReading.read(folder, into: &page)
        FileSystemReading.read(folder, mounts, probe, into: &page)
        InterfaceReading.read(folder, into: &page)
        KernelReading.read(folder, into: &page)
        SocketReading.read(folder, into: &page)
        guard !page.series.isEmpty else { return nil }
        SystemReading.read(at: now, into: &page)
        page.add(up: true)
        return page
    }

    private var failed: HostPage {
        var page = HostPage(labels: allLabels)
        page.add(up: false)
        return page
    }

    private var allLabels: [Label] {
        [Label("job", "node")] + labels + [Label("instance", instance)]
    }

    /// Hands on a round over the same list as the last one, if the host has the same series; what
    /// has gone from it ends.
    private func deliver(
        _ page: HostPage,
        at now: Instant,
        to sink: SharedSink
    ) throws(CollectError) {
        let before = last.withLock(\.self)
        let same = before.flatMap { $0.list.elementsEqual(page.series) ? $0 : nil }
        let list = same?.list ?? SeriesList(page.series)
        let values = same?.steadied(page.values) ?? page.values
        let gone = same == nil ? Set(before?.list.series ?? []).subtracting(page.series) : []
        let batch = RecordBatch(
            metrics: same == nil ? page.metrics : [],
            rounds: [round(list, values, at: now)],
            columns: gone.sorted().map {
                SampleColumn(series: $0, times: [now.milliseconds], values: [.staleMarker])
            }
        )
        try D8SCollect.deliver(batch, to: sink)
        last.withLock { $0 = HostMemory(list: list, values: values) }
    }

    private func round(_ list: SeriesList, _ values: [Double], at now: Instant) -> SampleRound {
        SampleRound(
            list: list,
            positions: values.indices.map(Int32.init(truncatingIfNeeded:)),
            times: values.map { _ in now.milliseconds },
            values: values
        )
    }

    private func report(on page: HostPage, at now: Instant) -> CollectReport {
        var report = CollectReport()
        report.countRead(page.series.count)
        report.saw(now)
        for note in page.notes { report.note(note) }
        return report
    }
}
