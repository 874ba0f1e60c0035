import Mustache

/// All templates of the site, parsed once.
package struct Templates: Renderer {
    private let library: MustacheLibrary

    /// Parses templates by name (`item`, without folder and suffix); each may use all of them as
    /// partials.
    ///
    /// - Throws: `.template` for the first one by name that is not valid Mustache.
    package init(_ texts: [String: String]) throws(SiteError) {
        MustacheContentTypes.register(SafeText(), named: SafeText.name)
        var library = MustacheLibrary()
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            do {
                try library.register("{{% CONTENT_TYPE:\(SafeText.name)}}\n" + text, named: name)
            } catch let error as MustacheTemplate.ParserError {
                // The line that is put before the text does not count.
                let line = error.context.lineNumber - 1
                throw .template(name: name, line: line, reason: "\(error.error)")
            } catch {
                throw .template(name: name, line: nil, reason: "\(error)")
            }
        }
        self.library = library
    }

    /// The page that this template makes of these values.
    ///
    /// - Throws: `.missingTemplate` if there is none of this name.
    func render(_ name: String, _ fields: Fields) throws(SiteError) -> String {
        guard let page = library.render(fields, withTemplate: name) else {
            throw .missingTemplate(name: name)
        }
        return page
    }
}
