import D8SAnalysis
import D8SModel

/// What the series of a volume say of it.
struct VolumeRecord {
    struct ID: Hashable, Comparable {
        let cluster, name: String

        static func < (left: ID, right: ID) -> Bool {
            (left.cluster, left.name) < (right.cluster, right.name)
        }
    }

    var storageClass: String?
    /// Of a GiB-hour, by an exporter of prices.
    var price: ExactDecimal?
    var claimNamespace = ""
    var claim = ""
    /// GiB-hours by hour.
    var capacity: [Int: UseCell.Covered] = [:]
    /// When a claim held it last, in milliseconds since 1970; nil if never.
    var bound: Int64?
    /// Whether its phase is known.
    var hasPhase = false

    /// Whether it was there on the last day of the window.
    func isThere(_ hours: CostHours) -> Bool {
        (capacity.keys.max() ?? -24) >= hours.count - 26
    }

    /// Days until the end of the window for which it was there and no claim held it; nil if one
    /// does, or if nobody knows.
    func freeDays(_ hours: CostHours) -> Double? {
        guard hasPhase, isThere(hours), let first = capacity.keys.min() else { return nil }
        let end = hours.window.end.milliseconds
        let seen = hours.window.start.milliseconds + Int64(first) * 3_600_000
        let since = max(bound ?? seen, seen)
        let days = Double(end - since) / 86_400_000
        return bound == nil || days > 26.0 / 24 ? days : nil
    }
}

/// What tells claims apart.
struct ClaimID: Hashable {
    let cluster, namespace, name: String

    init(_ cluster: String, _ namespace: String, _ name: String) {
        (self.cluster, self.namespace, self.name) = (cluster, namespace, name)
    }
}
