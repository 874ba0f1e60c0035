package import D8SModel

/// One address that exposes metrics, and what becomes of its series.
package struct ScrapeTarget: Sendable {
    package var url: String
    package var job: String
    /// Labels that each of its series gets, beside `job` and `instance`.
    package var labels: [Label] = []
    /// If there are any, only series that match one of them are kept.
    package var keep: [SeriesPattern] = []
    /// Series that match one of them are dropped.
    package var drop: [SeriesPattern] = []
    /// Whether the page's own labels win where names clash; else they become `exported_…`.
    package var honorsLabels = false
    /// Whether times beside samples count; else all are of the time of the scrape.
    package var honorsTimestamps = true
    /// Whether a page in OpenMetrics has to follow all its rules; else its grammar is enough.
    package var isStrict = true
    package var limits = ScrapeLimits()
    package var access = HTTPAccess()
    let address: HTTPAddress

    /// - Parameters:
    ///   - url: Where the metrics are: `http` or `https`.
    ///   - job: What the targets of this kind are called together; nil for the host's name.
    /// - Throws: `CollectError.unusable` if it is no such address.
    package init(url: String, job: String? = nil) throws(CollectError) {
        address = try HTTPAddress(url)
        self.url = address.text
        self.job = job ?? address.host
    }

    /// Host and port, the scheme's own one too.
    package var instance: String {
        address.port == nil
            ? address.host + (address.isSecure ? ":443" : ":80") : address.authority
    }

    /// The path and query.
    package var path: String { address.target }

    /// `job`, `instance` and the labels of the configuration, which may change those.
    var attached: [Label] {
        let given = labels.map(\.name)
        let usual = [Label("job", job), Label("instance", instance)]
        return usual.filter { !given.contains($0.name) } + labels
    }
}
