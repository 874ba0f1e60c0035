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
        return "<style>@media (prefers-color-scheme:light){\(light)}@media print{\(light)}</style>"
    }
}

/// An ink used to fill or to stroke.
struct SVGPaint: Hashable {
    let property: String
    let ink: Ink

    /// `f-series`: short, and telling when one reads the file.
    var className: String { property.prefix(1) + "-" + ink.rawValue }
}
