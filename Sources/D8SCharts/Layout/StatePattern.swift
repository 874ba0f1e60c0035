/// What a state looks like: its ink and which parts of a bar are painted, so that two states differ
/// in grey too.
struct StatePattern: Hashable {
    private enum Parts: Hashable {
        /// This share of the height, in its middle.
        case whole(Double)
        /// Strokes of this width, the second apart.
        case strokes(Double, Double)
        /// So many strips over each other.
        case strips(Int)
        case lowerHalf, upperHalf
    }

    let ink: Ink
    private let parts: Parts

    /// The patterns of these states.
    static func patterns(of states: ArraySlice<StateTimelineChart.State>) -> [StatePattern] {
        var plain = 0
        return states.map { state in
            switch state.look {
            case .good: return StatePattern(ink: .good, parts: .whole(0.22))
            case .info: return StatePattern(ink: .info, parts: .whole(0.38))
            case .warning: return StatePattern(ink: .warning, parts: .whole(0.55))
            case .critical: return StatePattern(ink: .critical, parts: .whole(1))
            case .unknown: return StatePattern(ink: .muted, parts: .strokes(1, 4))
            case .plain:
                defer { plain += 1 }
                let number = plain % Ink.hues.count
                return StatePattern(ink: Ink.hues[number], parts: Self.plain[number])
            }
        }
    }

    private static let plain: [Parts] = [
        .whole(1), .strokes(4, 6), .strips(2), .strokes(2, 4), .lowerHalf, .strips(3),
        .upperHalf, .strokes(7, 9),
    ]

    /// The painted parts of a bar; all of it where the pattern has no room.
    func frames(in bar: Frame) -> [Frame] {
        switch parts {
        case .whole(let share):
            let height = max(bar.height * share, 2)
            return [slice(of: bar, from: (bar.height - height) / 2, height)]
        case .strokes(let width, let step):
            let count = Int((bar.width / step).rounded(.up))
            return (0..<max(count, 1)).map { number in
                let x = Double(number) * step
                let width = min(width, bar.width - x)
                return Frame(x: bar.x + x, y: bar.y, width: width, height: bar.height)
            }
        case .strips(let count):
            let height = (bar.height - Double(count - 1) * 2) / Double(count)
            return (0..<count).map { slice(of: bar, from: Double($0) * (height + 2), height) }
        case .lowerHalf:
            return [slice(of: bar, from: bar.height / 2, bar.height / 2)]
        case .upperHalf:
            return [slice(of: bar, from: 0, bar.height / 2)]
        }
    }

    private func slice(of bar: Frame, from top: Double, _ height: Double) -> Frame {
        Frame(x: bar.x, y: bar.y + top, width: bar.width, height: max(height, 1))
    }
}
