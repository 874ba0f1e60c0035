/// An SVG as Cairo writes it, with ink codes for colours.
struct RawSVG {
    let bytes: [UInt8]

    /// The file to publish: its own root element with title and description, inks as attributes and classes
    /// instead of styles (a content security policy may forbid those), no running numbers of the
    /// process, and figures no longer than can be seen.
    func polished(_ scene: Scene, palette: SVGPalette) -> [UInt8] {
        var rewriter = SVGRewriter(palette: palette, capacity: bytes.count)
        bytes.withUnsafeBufferPointer { rewriter.rewrite($0, from: bodyStart($0)) }
        let head = SVGHead.text(of: scene) + palette.style(rewriter.paints)
        var result = Array(head.utf8)
        result.reserveCapacity(result.count + rewriter.output.count)
        result.append(contentsOf: rewriter.output)
        return result
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
}
