import D8SCharts

/// A chart in two shapes: wide, and narrow for a phone, so that its text stays readable.
struct Picture {
    /// In a list of items, or a panel of a service.
    static let list = Size(width: 480, height: 200)
    /// On an item's own page.
    static let evidence = Size(width: 680, height: 260)
    static let narrow = Size(width: 340, height: 200)

    /// Where there is no room for the wide shape: phones.
    static let phones = "(max-width: 599px)"
    /// Phones, and tablets that show two columns.
    static let columns = phones + ", (min-width: 760px) and (max-width: 1000px)"

    let wide: String
    let narrow: String
    /// The media query under which the narrow one is shown.
    var media = Self.columns
    let size: Size
    /// The sentence that carries the chart's message.
    let alt: String

    var fields: Fields {
        [
            "wide": .text(wide),
            "wideWidth": .text("\(Int(size.width))"),
            "wideHeight": .text("\(Int(size.height))"),
            "narrow": .text(narrow),
            "media": .text(media),
            "narrowWidth": .text("\(Int(Self.narrow.width))"),
            "narrowHeight": .text("\(Int(Self.narrow.height))"),
            "alt": .text(alt.shortened(to: 400)),
        ]
    }
}
