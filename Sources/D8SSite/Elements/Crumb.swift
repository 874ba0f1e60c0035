/// One step of the way to a page.
struct Crumb {
    let name: String
    /// Nil for the page itself and for steps without a page.
    var href: String?

    static func fields(_ crumbs: [Crumb]) -> [Fields] {
        crumbs.enumerated().map { index, crumb in
            [
                "name": .text(crumb.name.shortened(to: 60)),
                "href": .optional(crumb.href),
                "last": .flag(index == crumbs.count - 1),
            ]
        }
    }
}

/// A link to a file.
struct FileLink {
    let name: String
    let href: String

    var fields: Fields { ["name": .text(name), "href": .text(href)] }
}
