/// Expectations are typed with plain spaces and compared with no-break ones.
extension String {
    var withNoBreakSpaces: String {
        String(map { $0 == " " ? "\u{a0}" : $0 })
    }

    /// The same, but for the plain space of these beginnings.
    func withNoBreakSpaces(after beginnings: [String]) -> String {
        for beginning in beginnings where hasPrefix(beginning) {
            return beginning + String(dropFirst(beginning.count)).withNoBreakSpaces
        }
        return withNoBreakSpaces
    }
}
