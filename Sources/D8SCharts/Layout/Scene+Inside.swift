extension Scene {
    /// A scene of what lies inside of it: a text that has no room is left out whole, since a
    /// clipped one can say something else; nothing is drawn into fewer than 16 by 12 points.
    init(
        size: Size,
        inside marks: [Mark],
        title: String,
        detail: String = "",
        measurer: any TextMeasurer
    ) {
        guard size.width >= 16, size.height >= 12 else {
            self.init(size: size, title: title, detail: detail)
            return
        }
        let kept = marks.filter { mark in
            guard case .text(let text, let at, let style, _, let anchor) = mark else { return true }
            guard at.y >= style.size * 0.7, at.y <= size.height else { return false }
            let width = measurer.width(of: text, style: style)
            let left =
                switch anchor {
                case .start: at.x
                case .middle: at.x - width / 2
                case .end: at.x - width
                }
            return left >= -0.001 && left + width <= size.width + 0.001
        }
        self.init(size: size, marks: kept, title: title, detail: detail)
    }
}
