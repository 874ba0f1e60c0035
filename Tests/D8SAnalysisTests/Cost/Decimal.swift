import D8SAnalysis
import D8SModel

/// The number in a text of a test.
func decimal(_ text: String) -> ExactDecimal {
    ExactDecimal(text) ?? ExactDecimal(-999_999_999)
}

extension Rates {
    /// Round prices: $0.03 a core-hour, $0.004 a GiB-hour, $1 a GPU-hour, $0.0001 a GiB-hour of disk.
    static let round = Rates(
        base: ResourceRates(cpu: decimal("0.03"), memory: decimal("0.004"), gpu: decimal("1")),
        storage: decimal("0.0001")
    )
}

extension CostHours {
    /// Whole days from 2026-10-01 on, in UTC.
    static func days(_ count: Int) -> CostHours {
        let start = Instant(seconds: 1_790_812_800)
        let end = start.adding(seconds: Double(count) * 86_400)
        return CostHours(Window(start: start, end: end), in: .utc)
    }
}

extension NodeUse {
    /// A node that is there for whole days.
    static func whole(
        _ name: String,
        cores: Double,
        gibibytes: Double,
        gpus: Double = 0,
        days: Int = 1,
        kind: NodeKind = NodeKind()
    ) -> NodeUse {
        let day = Capacity(hours: 24, cpu: 24 * cores, memory: 24 * gibibytes, gpu: 24 * gpus)
        return NodeUse(name: name, kind: kind, days: Array(repeating: day, count: days))
    }
}
