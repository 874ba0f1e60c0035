import CCairo

/// Turns scenes and documents into files; everything is drawn by Cairo, its text by Pango.
///
/// The same scene gives the same bytes on the same machine, whatever the clock and whatever was
/// painted before. Values of it may be used from many tasks at once.
package struct Painter: Sendable {
    let measurer: PangoMeasurer

    /// A painter that shares its typesetters with the measurer that lays the charts out.
    package init(measurer: PangoMeasurer = PangoMeasurer()) {
        self.measurer = measurer
    }

    /// Paints on a surface that writes into a stream, and gives what it wrote.
    ///
    /// - Throws: `.cairo` if the surface ends in an error, `.noFonts` without a font map.
    func stream(
        title: String,
        surface make: (ByteStream) -> OpaquePointer?,
        paint: (OpaquePointer, OpaquePointer, Typesetter) -> Void
    ) throws(ChartError) -> [UInt8] {
        try measurer.withTypesetter { (typesetter) throws(ChartError) -> [UInt8] in
            guard let typesetter else { throw .noFonts(title: title) }
            let stream = ByteStream()
            guard let surface = make(stream), let cairo = cairo_create(surface) else {
                throw .cairo(status: "out of memory", title: title)
            }
            paint(surface, cairo, typesetter)
            let drawn = cairo_status(cairo)
            cairo_destroy(cairo)
            cairo_surface_finish(surface)
            let written = cairo_surface_status(surface)
            cairo_surface_destroy(surface)
            try Self.check(drawn, title)
            try Self.check(written, title)
            return stream.bytes
        }
    }

    /// Passes if Cairo is content.
    static func check(_ status: cairo_status_t, _ title: String) throws(ChartError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        let words = cairo_status_to_string(status).map { String(cString: $0) }
        throw .cairo(status: words ?? "unknown status", title: title)
    }

    /// Passes if a picture of this size can be painted.
    static func check(_ size: Size, scale: Int, _ title: String) throws(ChartError) {
        let (width, height) = (size.width * Double(scale), size.height * Double(scale))
        guard (1...16_384).contains(width), (1...16_384).contains(height) else {
            throw .size(width: width, height: height, title: title)
        }
    }
}

extension Theme {
    /// The theme's colours as Cairo wants them.
    var cairoColor: (Ink) -> (Double, Double, Double) {
        { ink in
            let color = color(of: ink)
            return (
                Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255
            )
        }
    }
}
