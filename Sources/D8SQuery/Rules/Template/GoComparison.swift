/// `eq` and `lt` of Go's templates: only values of one kind can be compared.
enum GoComparison {
    /// Whether the first is equal to one of the others.
    static func isEqual(_ values: [TemplateValue]) throws(TemplateFault) -> Bool {
        guard let first = values.first, values.count > 1 else {
            throw TemplateFault("missing argument for comparison")
        }
        for other in values.dropFirst() where try isEqual(first, other) { return true }
        return false
    }

    private static func isEqual(
        _ left: TemplateValue,
        _ right: TemplateValue
    ) throws(TemplateFault) -> Bool {
        switch (left, right) {
        case (.bool, .bool), (.integer, .integer), (.text, .text), (.absent, .absent):
            return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.absent, _), (_, .absent): return false
        case (.bool, _), (.integer, _), (.number, _), (.text, _): throw incompatible
        default: throw TemplateFault("non-comparable type \(left.type)")
        }
    }

    static func isLess(
        _ left: TemplateValue,
        _ right: TemplateValue
    ) throws(TemplateFault) -> Bool {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): return left < right
        case (.number(let left), .number(let right)): return left < right
        case (.text(let left), .text(let right)):
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.integer, .number), (.integer, .text), (.number, .integer), (.number, .text),
            (.text, .integer), (.text, .number):
            throw incompatible
        default: throw TemplateFault("invalid type for comparison")
        }
    }

    private static let incompatible = TemplateFault("incompatible types for comparison")
}
