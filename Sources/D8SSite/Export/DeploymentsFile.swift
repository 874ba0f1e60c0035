package import D8SAnalysis
package import D8SModel

/// The deployments of a period as a file for programs: the rows and columns of the exported
/// `analyst/data/deployments`.
package struct DeploymentsFile: Sendable {
    private let set: DataSet

    /// - Parameters:
    ///   - services: Who deployed, in the order of the rows; each one's deployments stay in theirs.
    ///   - period: Only deployments that finished in it are rows; nil for all that are there.
    package init(_ services: [ServiceDelivery], finishedIn period: Window? = nil) {
        set = DataSets.deployments(services, finishedIn: period)
    }

    /// RFC 4180 with a header, safe to open in a spreadsheet.
    package var csv: String { String(decoding: set.csv, as: UTF8.self) }

    /// A list of objects, one a line.
    package var json: String { String(decoding: set.json, as: UTF8.self) }
}
