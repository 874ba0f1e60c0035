/// An SVG as Cairo writes it, with ink codes for colours.
struct RawSVG {
    let bytes: [UInt8]

    /// The file to publish: its own root element with title and description, inks as attributes and classes
    /// instead of styles (a content security policy may forbid those), no running numbers of the
    /// process, and figures no longer than can be seen.
    func polished(_ scene: Scene, palette: SVGPalette) -> [UInt8] {
        var rewriter = SVGRewriter(palette: palette, capacity: bytes.count)
        bytes.withUnsafeBufferPointer { rewriter.rewrite($0, from: bodyStart($0)) }
        let head = head(scene) + palette.style(rewriter.paints)
        var result = Array(head.utf8)
        result.reserveCapacity(result.count + rewriter.output.count)
        result.append(contentsOf: rewriter.output)
        return result
    }

    private func head(_ scene: Scene) -> String {
        let (width, height) = (number(scene.size.width), number(scene.size.height))
        let detail = escaped(scene.detail.cleanedForDrawing(limit: 2000))
        return "<svg xmlns=\"http://www.w3.org/2000/svg\""
            + " width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
            + " role=\"img\"><title>\(escaped(scene.title.cleanedForDrawing()))</title>"
            + (detail.isEmpty ? "" : "<desc>\(detail)</desc>")
    }

    /// Where the first child of Cairo's root element begins.
    private func bodyStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < bytes.count, !(bytes[index] == .lessThan && bytes.follows("svg ", index + 1))
        {
            index += 1
        }
        while index < bytes.count, bytes[index] != .greaterThan { index += 1 }
        return min(index + 1, bytes.count)
    }

    private func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }

    private func escaped(_ text: String) -> String {
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
