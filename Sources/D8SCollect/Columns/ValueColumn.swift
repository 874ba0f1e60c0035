/// One column of numbers of a table, row by row as they stand in the file.
package struct ValueColumn: Sendable {
    /// The column's name; `column 2` in a file without a header.
    package var name: String
    /// The name of the column with the times; nil if the rows have none.
    package var timeName: String?
    /// Milliseconds since 1970, one for each row in any order; the row's number from 0 where rows
    /// have no times.
    package var times: [Int64]
    /// NaN where the field is empty.
    package var values: [Double]
    /// Rows that could not be used: the first of them, and how many there are.
    package var problems: [Problem]
    package var rejected: Int
}
