import CCairo

extension Painter {
    /// The scene as PNG on the theme's ground, `scale` pixels to a point each way.
    ///
    /// - Throws: `.size` for a picture without or with too many pixels, else what Cairo has to
    ///   say, or that there was no memory.
    package func png(
        _ scene: Scene,
        theme: Theme,
        scale: Int = 1
    ) throws(ChartError) -> [UInt8] {
        try Self.check(scene.size, scale: scale, scene.title)
        return try measurer.withTypesetter { (typesetter) throws(ChartError) -> [UInt8] in
            guard let typesetter else { throw .noFonts(title: scene.title) }
            let width = Int32((scene.size.width * Double(scale)).rounded(.up))
            let height = Int32((scene.size.height * Double(scale)).rounded(.up))
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
            defer { cairo_surface_destroy(surface) }
            guard let surface, let cairo = cairo_create(surface) else {
                throw .cairo(status: "out of memory", title: scene.title)
            }
            defer { cairo_destroy(cairo) }
            try Self.check(cairo_status(cairo), scene.title)
            let (red, green, blue) = theme.cairoColor(.background)
            cairo_set_source_rgb(cairo, red, green, blue)
            cairo_paint(cairo)
            cairo_scale(cairo, Double(scale), Double(scale))
            Canvas(cairo: cairo, typesetter: typesetter, color: theme.cairoColor)
                .paint(scene.marks)
            try Self.check(cairo_status(cairo), scene.title)
            cairo_surface_flush(surface)
            return try Pixels(surface, scene.title).png()
        }
    }
}

extension Pixels {
    /// The pixels of a finished image surface.
    fileprivate init(_ surface: OpaquePointer, _ title: String) throws(ChartError) {
        guard let data = cairo_image_surface_get_data(surface) else {
            throw .cairo(status: "no image data", title: title)
        }
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let bytes = UnsafeRawBufferPointer(start: data, count: stride * height)
        self.init(
            words: bytes.bindMemory(to: UInt32.self),
            width: Int(cairo_image_surface_get_width(surface)),
            height: height,
            stride: stride / 4,
            title: title
        )
    }
}
