import D8SModel

/// Gathers the series of objects as they are at one instant, under kube-state-metrics' names.
struct SeriesWriter {
    /// What all series of one object have in common: `namespace`, `pod`, `uid`.
    struct Scope {
        fileprivate let labels: [Label]
    }

    private let common: [Label]
    private var series: [Series] = []
    private var values: [Double] = []
    /// Fields that could not be read, since the last `take`.
    private(set) var problems: [Problem] = []
    /// Where the objects come from: the file's name or the server's address.
    var place: String

    /// - Parameters:
    ///   - cluster: The value of the label `cluster` of every series; nil for none.
    ///   - place: Where the objects come from.
    init(cluster: String?, place: String) {
        common = cluster.map { [Label("cluster", $0)] } ?? []
        self.place = place
    }

    var count: Int { series.count }

    /// What was added after this many series.
    func series(from count: Int) -> ArraySlice<Series> { series.dropFirst(count) }

    func scope(_ labels: Label...) -> Scope {
        Scope(labels: Self.ordered(common + labels))
    }

    func scope(_ outer: Scope, _ label: Label) -> Scope {
        Scope(labels: Self.ordered(outer.labels + [label]))
    }

    /// Adds a sample; the labels come beside those of the scope.
    mutating func add(_ metric: String, _ value: Double, _ scope: Scope, _ labels: Label...) {
        add(metric, value, scope, labels)
    }

    mutating func add(_ metric: String, _ value: Double, _ scope: Scope, _ labels: [Label]) {
        let all = labels.isEmpty ? scope.labels : Self.ordered(scope.labels + labels)
        series.append(Series(key: Self.key(metric, all)))
        values.append(value)
    }

    mutating func add(_ metric: String, _ holds: Bool, _ scope: Scope, _ labels: Label...) {
        add(metric, holds ? 1 : 0, scope, labels)
    }

    /// Adds a time as Unix seconds, unless there is none.
    mutating func add(_ metric: String, _ time: Instant?, _ scope: Scope) {
        guard let time else { return }
        add(metric, Double(time.milliseconds) / 1000, scope)
    }

    /// Adds a series for each of the states, with 1 for the one that holds and 0 for the others.
    mutating func add(
        _ metric: String,
        states: [String],
        holds: String,
        _ scope: Scope,
        label: String,
        _ labels: Label...
    ) {
        for state in states {
            add(metric, state == holds ? 1 : 0, scope, labels + [Label(label, state)])
        }
    }

    mutating func note(_ object: KubernetesObject, _ field: String, _ reason: String) {
        problems.append(
            Problem(file: place, line: nil, column: "\(object.title): \(field)", reason: reason)
        )
    }

    /// What was gathered, as of this instant, and begins anew; nil if there is nothing.
    mutating func take(at time: Instant) -> SampleRound? {
        defer { (series, values, problems) = ([], [], []) }
        guard !series.isEmpty else { return nil }
        return SampleRound(
            list: SeriesList(series),
            positions: series.indices.map { Int32(clamping: $0) },
            times: Array(repeating: time.milliseconds, count: series.count),
            values: values
        )
    }

    /// In the order of their names, all of which are ASCII; insertion, since they are few.
    private static func ordered(_ labels: [Label]) -> [Label] {
        var labels = labels
        for index in labels.indices.dropFirst() {
            var place = index
            while place > 0, labels[place].name < labels[place - 1].name {
                labels.swapAt(place, place - 1)
                place -= 1
            }
        }
        return labels
    }

    /// The bytes of a series, as `Series.key` says.
    private static func key(_ metric: String, _ labels: [Label]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(
            labels.reduce(metric.utf8.count + 1) {
                $0 + $1.name.utf8.count + $1.value.utf8.count + 2
            }
        )
        key.append(contentsOf: metric.utf8)
        key.append(0xFF)
        for label in labels where !label.value.isEmpty {
            key.append(contentsOf: label.name.utf8)
            key.append(0xFF)
            key.append(contentsOf: label.value.utf8)
            key.append(0xFF)
        }
        return key
    }
}
