import CCairo

extension Painter {
    /// The scene as SVG in one theme's colours, on a transparent ground.
    ///
    /// - Throws: `ChartError` if Cairo cannot draw it.
    package func svg(_ scene: Scene, theme: Theme) throws(ChartError) -> [UInt8] {
        try svg(scene, palette: .single(theme))
    }

    /// The scene as one SVG that is dark by default, and light for readers who prefer light pages
    /// and on paper.
    ///
    /// - Throws: `ChartError` if Cairo cannot draw it.
    package func adaptiveSVG(_ scene: Scene) throws(ChartError) -> [UInt8] {
        try svg(scene, palette: .adaptive)
    }

    /// Cairo draws only what has no outlines; its SVG takes ten times the work.
    private func svg(_ scene: Scene, palette: SVGPalette) throws(ChartError) -> [UInt8] {
        try Self.check(scene.size, scale: 1, scene.title)
        let file = try measurer.withTypesetter { (typesetter) throws(ChartError) -> [UInt8]? in
            guard let typesetter else { throw .noFonts(title: scene.title) }
            return SVGWriter.file(scene, palette: palette, typesetter: typesetter)
        }
        if let file { return file }
        return try rawSVG(scene).polished(scene, palette: palette)
    }

    /// What Cairo writes, each ink as the colour `InkCode` says.
    private func rawSVG(_ scene: Scene) throws(ChartError) -> RawSVG {
        let bytes = try stream(title: scene.title) { stream in
            cairo_svg_surface_create_for_stream(
                ByteStream.write,
                stream.closure,
                scene.size.width,
                scene.size.height
            )
        } paint: { _, cairo, typesetter in
            Canvas(cairo: cairo, typesetter: typesetter, color: InkCode.color(of:)).paint(
                scene.marks
            )
        }
        return RawSVG(bytes: bytes)
    }
}
