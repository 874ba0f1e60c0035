/// Why a template stopped before its end.
enum TemplateStop: Error {
    case fault(TemplateFault)
    /// A query has to be answered first; then the template is run anew.
    case query(String)
}
