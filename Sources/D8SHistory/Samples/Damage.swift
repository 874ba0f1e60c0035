import D8SModel
import GRDB

/// A row whose bytes are not those that were written.
enum Damage {
    case chunk(series: Int64, resolution: Int64, first: Int64, fault: ChunkFault)
    case round(id: Int64)

    func error(_ db: Database) throws -> HistoryError {
        switch self {
        case .chunk(let series, let resolution, let first, let fault):
            .damagedChunk(
                series: try StoredSeries.name(of: series, db),
                resolution: resolution,
                first: Instant(milliseconds: first),
                reason: "\(fault)"
            )
        case .round(let id): .damagedRound(id: id)
        }
    }
}
