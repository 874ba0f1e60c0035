import CZlib

/// An image in memory and how it becomes a PNG.
///
/// Charts have few colours: as a palette image they take a quarter of the bytes through zlib,
/// which is where libpng spends most of the time of a chart.
struct Pixels {
    /// `0xXXRRGGBB` each.
    let words: UnsafeBufferPointer<UInt32>
    let width: Int
    let height: Int
    /// Words from one row to the next.
    let stride: Int
    let title: String

    /// The image as PNG (ISO/IEC 15948): of at most 256 colours if that can be done unseen, else
    /// of all its colours.
    func png() throws(ChartError) -> [UInt8] {
        for unseenBits in 2...4 {
            if let image = indexed(unseenBits: unseenBits) { return try image.png(title: title) }
        }
        return try trueColor()
    }

    /// The image by indices into a palette; nil if it has more than 256 colours.
    ///
    /// Colours that differ in the lowest bits only, as the edges of letters do, become the one
    /// that came first; flat areas come before edges in their row, so they keep their colours.
    private func indexed(unseenBits: Int) -> IndexedImage? {
        var palette = PixelPalette(unseenBits: unseenBits)
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for y in 0..<height {
            rows.append(0)
            var last = words[y * stride], index = palette.index(of: last)
            for x in 0..<width {
                let word = words[y * stride + x]
                if word != last {
                    last = word
                    index = palette.index(of: word)
                }
                guard let index else { return nil }
                rows.append(index)
            }
        }
        return IndexedImage(width: width, height: height, palette: palette.colors, rows: rows)
    }

    private func trueColor() throws(ChartError) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width * 3 + 1) * height)
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let word = words[y * stride + x]
                rows.append(UInt8(truncatingIfNeeded: word >> 16))
                rows.append(UInt8(truncatingIfNeeded: word >> 8))
                rows.append(UInt8(truncatingIfNeeded: word))
            }
        }
        var file = PNGFile(width: width, height: height, colorType: 2)
        try file.appendImage(rows, title: title)
        return file.finished
    }
}
