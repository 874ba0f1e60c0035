/// Why a site could not be made.
package enum SiteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A template is not valid Mustache.
    case template(name: String, line: Int?, reason: String)
    /// There is no template of this name.
    case missingTemplate(name: String)
    /// There is no asset of this name.
    case missingAsset(name: String)
    /// A chart could not be painted; what the painter said.
    case chart(path: String, reason: String)
    /// An item's id cannot be the name of a folder.
    case unsafeItem(id: String)

    package var description: String {
        switch self {
        case .template(let name, let line, let reason):
            "templates/\(name).mustache\(line.map { ", line \($0)" } ?? ""): \(reason). "
                + "Mend the template, or leave out --templates to use the built-in ones."
        case .missingTemplate(let name):
            "There is no template “\(name).mustache”. "
                + "A folder given with --templates has to hold all of them."
        case .missingAsset(let name):
            "There is no asset “\(name)”. A folder given with --assets has to hold all of them."
        case .chart(let path, let reason):
            "The chart \(path) could not be painted: \(reason)"
        case .unsafeItem(let id):
            "The item id “\(id)” cannot be the name of a folder: only a–z, 0–9 and - can."
        }
    }
}
