import D8SAnalysis
import D8SHistory
import D8SModel

/// Reads what clusters had and what was used of it from the history, a series at a time.
///
/// The series are those of kube-state-metrics, of the kubelet (cAdvisor), and of D8S' own source of
/// Kubernetes, which has the same names. What is kept is an hour of each container, not its samples.
struct ClusterReading {
    /// Samples from before a window say how it began: a day, for sources that are read once a night.
    static let lead = 26.0 * 3600
    static let gibibyte = 1_073_741_824.0

    let history: History
    let hours: CostHours
    let settings: CostSettings
    var pods: [PodRecord.ID: PodRecord] = [:]
    var controllers = ControllerName()
    /// The teams of namespaces, by cluster and name.
    var teams: [[String]: String] = [:]
    var nodes: [NodeRecord.ID: NodeRecord] = [:]
    var cells: [ContainerID: ContainerCells] = [:]
    /// What is right-sized, by pod and container.
    var points: [ContainerID: UsagePoints] = [:]
    /// Containers of which it is known when they ran.
    var running: Set<ContainerID> = []
    /// Containers of which the counter of CPU time is known, which says more than means.
    var counted: Set<ContainerID> = []
    var volumes: [VolumeRecord.ID: VolumeRecord] = [:]
    var balancers: [CostPlace: [Double]] = [:]
    var traffic: [PodRecord.ID: [Double]] = [:]
    var problems: Set<String> = []
    /// Scrape jobs by name.
    var origins: [String: UInt8] = [:]
    var tally: HourTally
    /// Between two samples of the nodes, in milliseconds, for series with too few of their own.
    var step: Int64 = 300_000

    init(_ history: History, _ hours: CostHours, _ settings: CostSettings) {
        self.history = history
        self.hours = hours
        self.settings = settings
        tally = HourTally(hours)
    }

    /// Reads everything.
    ///
    /// - Throws: `HistoryError` if the history cannot be read.
    mutating func read() throws {
        try readNodes()
        try readPods()
        try readRunning()
        try readRequests()
        try readUse()
        try readVolumes()
        try readPrices()
        try readServices()
        try readTraffic()
    }

    /// Whether the history knows anything of a cluster.
    var isEmpty: Bool { nodes.isEmpty && cells.isEmpty && volumes.isEmpty }

    /// Hands over the samples of a metric, series by series; what is damaged is noted.
    mutating func forEach(
        _ metric: String,
        where matches: @escaping @Sendable (Series) -> Bool = { _ in true },
        _ body: (inout ClusterReading, Series, SampleColumns) -> Void
    ) throws {
        let (history, window) = (history, hours.window)
        let damage = try history.forEachSeries(
            SeriesSelection(metric: metric, matching: matches),
            from: window.start.adding(seconds: -Self.lead),
            to: window.end.adding(seconds: -0.001)
        ) { series, columns in body(&self, series, columns) }
        problems.formUnion(damage.map(\.description))
    }

    /// The series of a metric that says something by its labels alone.
    func series(
        _ metric: String,
        where matches: @escaping @Sendable (Series) -> Bool = { _ in true }
    ) throws -> [Series] {
        try history.series(SeriesSelection(metric: metric, matching: matches))
    }
}

/// What tells containers apart while they are read; without a node it is one of a pod anywhere.
struct ContainerID: Hashable, Comparable {
    let pod: PodRecord.ID
    let container: String
    var node = ""

    static func < (left: ContainerID, right: ContainerID) -> Bool {
        (left.pod, left.container, left.node) < (right.pod, right.container, right.node)
    }
}

extension Series {
    /// The value of a label; empty if there is none.
    func label(_ name: String) -> String { value(of: name) ?? "" }

    /// The pod that it is about; nil if it is about none.
    var pod: PodRecord.ID? {
        guard let name = value(of: "pod") ?? value(of: "pod_name") else { return nil }
        return PodRecord.ID(
            cluster: label("cluster"),
            namespace: label("namespace"),
            name: name
        )
    }
}
