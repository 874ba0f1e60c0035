import Glibc

/// An image in memory and how it becomes a PNG.
///
/// Charts have few colours: as a palette image they take a quarter of the bytes to compress,
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
        var isWhole = true
        let rows = [UInt8](unsafeUninitializedCapacity: (width + 1) * height) { rows, count in
            for y in 0..<height where isWhole {
                isWhole = index(row: y, by: &palette, into: rows)
            }
            count = isWhole ? (width + 1) * height : 0
        }
        guard isWhole else { return nil }
        return IndexedImage(width: width, height: height, palette: palette.colors, rows: rows)
    }

    /// Writes a row's filter byte and its indices; false if the palette has no room for a colour.
    private func index(
        row y: Int,
        by palette: inout PixelPalette,
        into rows: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard width > 0, let source = words.baseAddress, let target = rows.baseAddress else {
            return true
        }
        let row = source + y * stride, indices = target + y * (width + 1)
        // Most rows of a chart are those above them.
        if y > 0, memcmp(row, row - stride, width * MemoryLayout<UInt32>.stride) == 0 {
            indices.update(from: indices - (width + 1), count: width + 1)
            return true
        }
        indices[0] = 0
        guard var index = palette.index(of: row[0]) else { return false }
        indices[1] = index
        for x in 1..<width {
            if row[x] != row[x - 1] {
                guard let next = palette.index(of: row[x]) else { return false }
                index = next
            }
            indices[x + 1] = index
        }
        return true
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
