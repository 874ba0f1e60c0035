/// What a container asks for, from descriptions of it of which the first one that says something
/// counts.
struct TektonRequest {
    private let sources: [JSONValue]

    init(_ sources: [JSONValue]) {
        self.sources = sources
    }

    /// Cores or bytes; nil if nothing asks for this resource, or what does is no quantity.
    func amount(_ resource: String) -> Double? {
        for member in ["requests", "limits"] {
            for source in sources {
                guard let text = source[member]?[resource]?.text else { continue }
                return Quantity.value(text)
            }
        }
        return nil
    }
}
