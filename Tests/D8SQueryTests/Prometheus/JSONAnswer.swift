import D8SModel
import Foundation

@testable import D8SQuery

/// An answer of Prometheus' HTTP API, read back.
struct JSONAnswer {
    /// The samples of each series, an instant's being one.
    private(set) var series: [(series: Series, points: [(time: Double, value: Double)])] = []

    init(_ text: String) throws {
        guard
            let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let data = all["data"] as? [String: Any]
        else { throw CocoaError(.fileReadCorruptFile) }
        let isScalar = data["resultType"] as? String == "scalar"
        let scalar: [String: Any] = ["value": data["result"] as Any]
        self.init(result: isScalar ? [scalar] : data["result"] as? [[String: Any]] ?? [])
    }

    init(result: [[String: Any]]) {
        series = result.map { entry in
            let labels = entry["metric"] as? [String: String] ?? [:]
            let series = Series(
                metric: labels["__name__"] ?? "",
                labels: labels.filter { $0.key != "__name__" }.map { Label($0.key, $0.value) }
            )
            let values = entry["values"] as? [Any] ?? [entry["value"] as Any]
            return (series, values.map(Self.point))
        }
    }

    private static func point(_ value: Any?) -> (time: Double, value: Double) {
        let parts = value as? [Any] ?? []
        let time = (parts.first as? NSNumber)?.doubleValue ?? .nan
        return (time, Double(parts.last as? String ?? "") ?? .nan)
    }

    /// What differs from another answer by more than a billionth; nil if nothing does.
    func difference(from other: JSONAnswer, isOrdered: Bool = false) -> String? {
        let left = isOrdered ? series : series.sorted { $0.series < $1.series }
        let right = isOrdered ? other.series : other.series.sorted { $0.series < $1.series }
        guard left.map(\.series) == right.map(\.series) else {
            return "\(left.map(\.series)) instead of \(right.map(\.series))"
        }
        for (own, wanted) in zip(left, right) {
            guard own.points.map(\.time) == wanted.points.map(\.time) else {
                return "\(own.series) has \(own.points.count) points of \(wanted.points.count)"
            }
            for (point, target) in zip(own.points, wanted.points)
            where !Self.isClose(point.value, target.value) {
                return "\(own.series) is \(point.value), not \(target.value) at \(point.time)"
            }
        }
        return nil
    }

    private static func isClose(_ left: Double, _ right: Double) -> Bool {
        if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
        if left == right { return true }
        return (left - right).magnitude <= 1e-9 * max(1, left.magnitude, right.magnitude)
    }
}
