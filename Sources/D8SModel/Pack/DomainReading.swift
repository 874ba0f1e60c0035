/// What a night read of one pack that is at work.
package struct DomainReading: Hashable, Sendable {
    package var pack: Pack
    /// One for each of the pack's measures, in its order.
    package var measures: [MeasureReading]
    /// One for each of the pack's panels that is to be drawn, in its order.
    package var panels: [PanelReading]

    package init(pack: Pack, measures: [MeasureReading], panels: [PanelReading] = []) {
        self.pack = pack
        self.measures = measures
        self.panels = panels
    }
}
