import D8SAnalysis
import D8SModel

/// What the series of a node say of it.
struct NodeRecord {
    struct ID: Hashable, Comparable {
        let cluster, name: String

        static func < (left: ID, right: ID) -> Bool {
            (left.cluster, left.name) < (right.cluster, right.name)
        }
    }

    /// What it had in one hour.
    struct Cell {
        var cpu = UseCell.Covered()
        var memory = UseCell.Covered()
        var gpu = UseCell.Covered()
        /// Hours that it was there.
        var hours = UseCell.Covered()
    }

    var kind = NodeKind()
    var isControlPlane = false
    /// Of an exporter of prices.
    var cpuPrice, memoryPrice, gpuPrice: ExactDecimal?
    var cells: [Int: Cell] = [:]

    /// Nil unless processors and memory have a price.
    var price: ResourceRates? {
        guard let cpuPrice, let memoryPrice else { return nil }
        return ResourceRates(cpu: cpuPrice, memory: memoryPrice, gpu: gpuPrice ?? .zero)
    }

    /// By the day.
    func days(_ hours: CostHours) -> [NodeUse.Capacity] {
        var days = [NodeUse.Capacity](repeating: NodeUse.Capacity(), count: hours.days.count)
        for (hour, cell) in cells.sorted(by: { $0.key < $1.key }) {
            let day = hours.dayOfHour[hour]
            days[day].hours += cell.hours.amount
            days[day].cpu += cell.cpu.amount
            days[day].memory += cell.memory.amount
            days[day].gpu += cell.gpu.amount
        }
        return days
    }
}
