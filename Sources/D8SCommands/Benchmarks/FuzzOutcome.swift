import D8SCollect
import D8SModel

/// What came of reading a page, in a form that can be compared.
struct FuzzOutcome: Equatable, CustomStringConvertible {
    let description: String
    let isRefused: Bool
    /// A fault that says a place outside of the page; nil if there is none.
    let fault: ExpositionFault?

    init(_ fault: ExpositionFault, in page: [UInt8]) {
        description = "\(fault)"
        isRefused = true
        self.fault = Self.outside([fault], page)
    }

    init(_ content: ExpositionPage, in page: [UInt8]) {
        let round = content.round
        let samples = round.positions.indices.map { index in
            "\(round.list[Int(round.positions[index])].key) "
                + "\(round.values[index].bitPattern) \(round.times[index])"
        }
        description =
            "\(samples) \(content.samples) \(content.repeated) \(content.faults) "
            + "\(content.faultCount)"
        isRefused = false
        fault = Self.outside(content.faults, page)
    }

    /// The first fault whose line or column is not in the page; the end is a place, too.
    private static func outside(_ faults: [ExpositionFault], _ page: [UInt8]) -> ExpositionFault? {
        guard !faults.isEmpty else { return nil }
        let lines = page.split(separator: 10, omittingEmptySubsequences: false)
        return faults.first { fault in
            guard (1...lines.count).contains(fault.line) else { return true }
            return !(1...lines[fault.line - 1].count + 1).contains(fault.column)
        }
    }
}
