/// The instants at which an expression is evaluated, all of them at once.
struct Steps: Hashable {
    /// Milliseconds since 1970.
    let start: Int64
    /// Milliseconds; 0 of an instant.
    let step: Int64
    let count: Int

    func time(_ number: Int) -> Int64 { start + Int64(number) * step }

    var end: Int64 { time(max(0, count - 1)) }
}

/// When a selector looks for samples at each step: `offset` and `@` applied.
struct Frame: Hashable {
    let steps: Steps
    let offset: Int64
    /// The time of `@`; nil if the steps count.
    let anchor: Int64?

    func end(_ number: Int) -> Int64 { (anchor ?? steps.time(number)) - offset }

    var first: Int64 { end(0) }
    var last: Int64 { end(max(0, steps.count - 1)) }
}

/// The samples behind each step that a function of a range looks at: after the start, up to and
/// with the end.
struct Windows: Hashable {
    let frame: Frame
    /// Milliseconds.
    let range: Int64
    /// Whether a sample at the start is one of them, and counters are extrapolated so.
    var isPrometheus2 = false

    /// The time after which samples count, for the window of a step.
    func floor(_ number: Int) -> Int64 { frame.end(number) - range - (isPrometheus2 ? 1 : 0) }
}
