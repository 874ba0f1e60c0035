/// The root element of an SVG with the picture's title and description.
enum SVGHead {
    static func text(of scene: Scene) -> String {
        let (width, height) = (number(scene.size.width), number(scene.size.height))
        let detail = escaped(scene.detail.cleanedForDrawing(limit: 2000))
        return "<svg xmlns=\"http://www.w3.org/2000/svg\""
            + " width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
            + " role=\"img\"><title>\(escaped(scene.title.cleanedForDrawing()))</title>"
            + (detail.isEmpty ? "" : "<desc>\(detail)</desc>")
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
