/// Makes pages of values; the templates do, and tests that look at the values.
protocol Renderer: Sendable {
    /// The page that this template makes of these values.
    func render(_ name: String, _ fields: Fields) throws(SiteError) -> String
}
