/// One file of a site, in memory.
package struct SiteFile: Hashable, Sendable {
    /// Relative to the site's root, with `/`: `devops/index.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
