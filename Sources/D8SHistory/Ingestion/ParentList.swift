/// The parents of a change as one text: their commit ids, separated by single spaces.
///
/// No version control system has spaces in its commit ids; a text with spaces that is given as one
/// parent is several.
enum ParentList {
    /// Nil if there are none.
    static func text(_ parents: [String]) -> String? {
        switch parents.count {
        case 0: return nil
        case 1 where !parents[0].utf8.contains(space): return parents[0].ifAny
        default:
            let ids = parents.flatMap { $0.utf8.split(separator: space) }
            return ids.map { String(Substring($0)) }.joined(separator: " ").ifAny
        }
    }

    /// True for more than one parent.
    static func isMerge(_ text: String?) -> Bool {
        text?.utf8.contains(space) ?? false
    }

    static func ids(_ text: UnsafeRawBufferPointer) -> [String] {
        text.split(separator: space).map { String(decoding: $0, as: UTF8.self) }
    }

    private static let space = UInt8(ascii: " ")
}
