/// How a file's columns differ from the usual names, and which of its rows are wanted.
package struct ImportMapping: Hashable, Sendable {
    /// `--map revision=new_tag`: column of the record, name in the file.
    package var columns: [Assignment]
    /// `--set service=checkout`: column of the record, value of all rows.
    package var constants: [Assignment]
    /// `--only environment=production`: name in the file or column of the record, wanted value.
    ///
    /// Several values of one name are alternatives; different names must all be met.
    package var filters: [Assignment]

    package init(
        columns: [Assignment] = [],
        constants: [Assignment] = [],
        filters: [Assignment] = []
    ) {
        self.columns = columns
        self.constants = constants
        self.filters = filters
    }

    /// A name and what is said about it.
    package struct Assignment: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// Reads `name=value`; nil if there is no `=` or no name before it.
        package init?(parsing text: String) {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex
            else { return nil }
            self.init(String(text[..<equals]), String(text[text.index(after: equals)...]))
        }
    }
}
