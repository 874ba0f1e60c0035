/// The colours an SVG is written in.
enum SVGPalette {
    /// One theme's.
    case single(Theme)
    /// The dark theme's, and rules that put the light theme's in their place.
    case adaptive

    /// The theme whose colours stand in the attributes.
    var theme: Theme {
        switch self {
        case .single(let theme): theme
        case .adaptive: .dark
        }
    }

    /// The rules for these inks, empty if there are none.
    ///
    /// Attributes lose against any rule, so the colours in them need no rules of their own.
    func style(_ used: [SVGPaint]) -> String {
        guard case .adaptive = self, !used.isEmpty else { return "" }
        let rules = used.map { paint in
            ".\(paint.className){\(paint.property):\(Theme.light.color(of: paint.ink).hex)}"
        }
        let light = rules.joined()
        return "<style>@media (prefers-color-scheme:light),print{\(light)}</style>"
    }

    /// Appends the attributes of a paint: its colour, and its class where there are rules.
    func append(_ paint: SVGPaint, to bytes: inout [UInt8]) {
        let known =
            switch self {
            case .adaptive: Self.adaptiveAttributes
            case .single(.dark): Self.darkAttributes
            case .single(.light): Self.lightAttributes
            }
        bytes += known[paint] ?? attributes(of: paint)
    }

    private func attributes(of paint: SVGPaint) -> [UInt8] {
        var text = " \(paint.property)=\"\(theme.color(of: paint.ink).hex)\""
        if case .adaptive = self { text += " class=\"\(paint.className)\"" }
        return Array(text.utf8)
    }

    private static let adaptiveAttributes = allAttributes(.adaptive)
    private static let darkAttributes = allAttributes(.single(.dark))
    private static let lightAttributes = allAttributes(.single(.light))

    private static func allAttributes(_ palette: Self) -> [SVGPaint: [UInt8]] {
        let paints = ["fill", "stroke"].flatMap { property in
            Ink.allCases.map { SVGPaint(property: property, ink: $0) }
        }
        let pairs = paints.map { ($0, palette.attributes(of: $0)) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

/// An ink used to fill or to stroke.
struct SVGPaint: Hashable {
    let property: String
    let ink: Ink

    /// `f-series`: short, and telling when one reads the file.
    var className: String { property.prefix(1) + "-" + ink.rawValue }
}
