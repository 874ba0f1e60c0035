import D8SCharts

/// A chart in two shapes: wide, and narrow for a phone, so that its text stays readable.
struct Picture {
    /// In a list of items, or a panel of a service.
    static let list = Size(width: 480, height: 200)
    /// On an item's own page.
    static let evidence = Size(width: 680, height: 260)
    static let narrow = Size(width: 340, height: 200)

    let wide: String
    let narrow: String
    let size: Size
    /// The sentence that carries the chart's message.
    let alt: String

    var fields: Fields {
        [
            "wide": .text(wide),
            "wideWidth": .text("\(Int(size.width))"),
            "wideHeight": .text("\(Int(size.height))"),
            "narrow": .text(narrow),
            "narrowWidth": .text("\(Int(Self.narrow.width))"),
            "narrowHeight": .text("\(Int(Self.narrow.height))"),
            "alt": .text(alt.shortened(to: 400)),
        ]
    }
}
