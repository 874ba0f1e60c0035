import D8SModel

/// A page's place in the site, and the way from it to the others.
struct PagePath: Hashable, Sendable {
    /// From the site's root: `devops/delivery/index.html`.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The way to the site's root: `../../`, empty at the root.
    var root: String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The way to another file of the site, given from the root.
    func link(to other: String) -> String {
        root + other
    }

    static func home(_ audience: Audience) -> String { "\(audience.rawValue)/index.html" }

    static func item(_ id: String, _ audience: Audience) -> String {
        "\(audience.rawValue)/items/\(id)/index.html"
    }

    static func items(_ audience: Audience) -> String { "\(audience.rawValue)/items/index.html" }

    static func delivery(_ audience: Audience) -> String {
        "\(audience.rawValue)/delivery/index.html"
    }

    /// The folder of a pack's page, with its slash.
    static func domain(_ pack: String, _ audience: Audience) -> String {
        let isTaken = ["delivery", "items", "data", "workloads"].contains(pack)
        return "\(audience.rawValue)/\(pack)\(isTaken ? "-pack" : "")/"
    }

    /// The folder of the page about what was spent in a currency, with its slash.
    static func spend(_ currency: Currency, _ audience: Audience) -> String {
        "\(audience.rawValue)/spend-\(currency.code.lowercased())/"
    }

    /// The folder of the page about what clusters and pipelines cost, with its slash.
    static func workloads(_ audience: Audience) -> String { "\(audience.rawValue)/workloads/" }

    /// The folder of a service's page, with its slash.
    static func service(_ name: String) -> String { "devops/delivery/\(Slug.of(name))/" }
}
