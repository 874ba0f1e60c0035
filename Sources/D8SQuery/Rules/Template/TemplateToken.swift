/// A word inside the braces of a template.
enum TemplateToken: Hashable {
    case identifier(String)
    /// `.Name`, without its dot.
    case field(String)
    /// `$` or `$name`, with its sign.
    case variable(String)
    case dot
    /// As it is written, quotes included, and what it means.
    case text(source: String, String)
    case number(String)
    case pipe, open, close, declare, assign, comma
    /// `}}`.
    case end
}

/// A token and its place in the template.
struct PlacedToken {
    var token: TemplateToken
    /// Bytes from the beginning of the template.
    var position: Int
    /// Whether space stands before it: `.A .B` is two operands, `.A.B` is one.
    var isApart: Bool
}
