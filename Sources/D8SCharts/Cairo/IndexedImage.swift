/// An image as numbers of palette entries.
struct IndexedImage {
    let width: Int
    let height: Int
    /// At most 256 of `0xRRGGBB`.
    let palette: [UInt32]
    /// Each row a filter byte 0 and a number for each pixel.
    let rows: [UInt8]

    func png(title: String) throws(ChartError) -> [UInt8] {
        var file = PNGFile(width: width, height: height, colorType: 3)
        let entries = palette.flatMap { color in
            [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
        }
        file.append("PLTE", entries)
        try file.appendImage(rows, title: title)
        return file.finished
    }
}
