/// Something that can be laid out into a scene of any size.
package protocol Chart: Sendable {
    /// Lays the chart out; the same arguments give the same scene.
    func scene(size: Size, measurer: any TextMeasurer) -> Scene
}
