/// Which rows are taken.
package struct RESTFilter: Hashable, Sendable {
    package var path: RESTPath
    /// One of these texts has to be at the path; `*` is any value.
    ///
    /// Where all are empty once their placeholders are filled, everything passes.
    package var values: [RESTTemplate]
    /// True leaves out what would have passed.
    package var isInverted: Bool

    package init(path: RESTPath, values: [RESTTemplate], isInverted: Bool) {
        self.path = path
        self.values = values
        self.isInverted = isInverted
    }

    func passes(_ row: RESTRow, _ values: RESTValues) -> Bool {
        let wanted = self.values.map { values.text($0, of: row) }.filter { !$0.isEmpty }
        guard !wanted.isEmpty else { return true }
        let found = path.values(in: row)
        let isThere =
            wanted.contains("*")
            ? !found.isEmpty : found.contains { $0.text.map(wanted.contains) ?? false }
        return isThere != isInverted
    }
}
