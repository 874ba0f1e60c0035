import D8SSite

/// One thing that a command lists: as a line, as JSON, as CSV.
protocol PrintedRow: Encodable {
    /// Over the lines of a terminal.
    static var heads: [String] { get }
    /// The names of the columns in CSV.
    static var columns: [String] { get }
    /// What is said if there is no row.
    static var none: String { get }
    var line: [String] { get }
    var cells: [DataValue] { get }
}
