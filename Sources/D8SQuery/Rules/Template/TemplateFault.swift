/// Why a template has no text, in the words of Go's `text/template`, which Prometheus shows.
struct TemplateFault: Error, Hashable {
    var message: String

    init(_ message: String) {
        self.message = message
    }

    /// A fault that was found before the template ran: `template: NAME:LINE: WHAT`.
    static func parsing(_ name: String, line: Int, _ what: String) -> TemplateFault {
        TemplateFault("error parsing template \(name): template: \(name):\(line): \(what)")
    }
}
