import D8SAnalysis

/// What one container did in one hour, while the series of it are read one after another.
struct UseCell {
    /// Hours that it ran.
    var running = Covered()
    var cpuRequest = Covered()
    var memoryRequest = Covered()
    var gpu = Covered()
    var cpuUse = Covered()
    var memoryUse = Covered()

    /// An amount, and the part of the hour that it is of.
    ///
    /// Where two jobs bring the same series, or two of one job cover far more than there is, they
    /// are of the same time, and the fuller one counts. What overlaps a little, as a container and
    /// the one after it, is cut to what there is.
    struct Covered {
        private static let overlap = 1.25

        private(set) var amount = 0.0
        private var cover: Float = 0
        private var origin: UInt8 = 0

        /// Adds a part, as far as the hour is free below `most`.
        mutating func add(_ part: HourPart, most: Double = 1) {
            let taken = Double(cover)
            if taken > 0, part.origin != origin || taken + part.hours > most * Self.overlap {
                guard part.hours > taken + 1e-6 else { return }
                (amount, cover) = (0, 0)
            }
            let free = min(part.hours, max(0, most - Double(cover)))
            guard part.hours > 0, free > 0 else { return }
            amount += max(0, part.amount) * (free / part.hours)
            cover += Float(free)
            origin = part.origin
        }
    }

    /// Hours for which it can have used something: all, where nobody said that it ran.
    var present: Double { running.amount > 0 ? running.amount : 1 }

    var use: HourlyUse {
        HourlyUse(
            cpuRequest: cpuRequest.amount,
            cpuUse: cpuUse.amount,
            memoryRequest: memoryRequest.amount,
            memoryUse: memoryUse.amount,
            gpu: gpu.amount
        )
    }
}
