package import D8SModel

/// In which state each of some entities was, and since when.
///
/// A state is told by the height and the pattern of its bar as well as by its colour, and named in
/// the key above the rows. Time without a span is a gap and stays one.
package struct StateTimelineChart: Hashable, Sendable {
    /// A state that an entity may be in.
    package struct State: Hashable, Sendable {
        package enum Look: Hashable, Sendable {
            /// A thin line: what needs no attention.
            case good
            /// A bar of a third of the height.
            case info
            /// A bar of half the height.
            case warning
            /// A bar of the whole height.
            case critical
            /// Grey strokes.
            case unknown
            /// A colour and a pattern of its own, in the order of the states.
            case plain
        }

        package var name: String
        package var look: Look

        package init(name: String, look: Look) {
            self.name = name
            self.look = look
        }
    }

    package struct Span: Hashable, Sendable {
        package var start: Instant
        package var end: Instant
        /// The index among the chart's states; a span with another one is not drawn.
        package var state: Int

        package init(start: Instant, end: Instant, state: Int) {
            self.start = start
            self.end = end
            self.state = state
        }
    }

    package struct Row: Hashable, Sendable {
        package var label: String
        /// In any order; where some overlap, or share a pixel, the gravest state is seen.
        package var spans: [Span]

        package init(label: String, spans: [Span]) {
            self.label = label
            self.spans = spans
        }
    }

    /// What the picture says, for people who cannot see it.
    package var title: String
    /// From the gravest to the least grave; only the first eight are drawn.
    package var states: [State]
    /// From top to bottom.
    package var rows: [Row]
    /// What the time axis shows; nil shows all spans.
    package var window: Window?
    package var format: Format

    package init(
        title: String,
        states: [State],
        rows: [Row],
        window: Window? = nil,
        format: Format
    ) {
        self.title = title
        self.states = states
        self.rows = rows
        self.window = window
        self.format = format
    }
}
