/// Measures and breaks text with the fonts of this machine: Inter where it is installed, else its
/// sans-serif.
///
/// Values of it may be used from many tasks at once. Copies share their typesetters, so make one
/// and give it to all charts and to the `Painter`.
package struct PangoMeasurer: TextMeasurer {
    /// As many as threads that may draw at once; more threads than these wait for each other.
    private let slots: [TypesetterSlot]

    package init() {
        slots = (0..<16).map { _ in TypesetterSlot() }
    }

    package func width(of text: String, style: TextStyle) -> Double {
        withTypesetter { $0?.line(text, style)?.width ?? 0 }
    }

    package func lines(of text: String, style: TextStyle, width: Double) -> [String] {
        withTypesetter { typesetter in
            LineBreaker(width: width) { typesetter?.line($0, style)?.width ?? 0 }.lines(of: text)
        }
    }

    /// Runs the work with a typesetter that nobody else uses meanwhile; nil where Pango has none.
    func withTypesetter<Result: Sendable, E: Error>(
        _ work: (Typesetter?) throws(E) -> Result
    ) throws(E) -> Result {
        for slot in slots {
            if let result = try slot.tryNow(work) { return result }
        }
        return try slots[0].wait(work)
    }
}
