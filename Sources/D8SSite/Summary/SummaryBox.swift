import D8SCharts

/// A part of a page that stays whole; its blocks are relative to its top left corner.
struct SummaryBox {
    var blocks: [Document.Block] = []
    var height = 0.0

    /// Puts a text below what is there.
    mutating func add(
        _ paragraph: SummaryTypesetter.Paragraph,
        _ role: Document.Block.Role,
        x: Double = 0,
        outline: String? = nil
    ) {
        blocks.append(
            Document.Block(
                role: role,
                origin: Point(x: x, y: height),
                marks: paragraph.marks,
                outline: outline
            )
        )
        height += paragraph.height
    }

    /// Leaves room below what is there.
    mutating func skip(_ points: Double) {
        height += points
    }

    /// A line across the page below what is there.
    mutating func addRule(width: Double, thickness: Double, ink: Ink) {
        let frame = Frame(x: 0, y: 0, width: width, height: thickness)
        blocks.append(
            Document.Block(
                role: .artifact,
                origin: Point(x: 0, y: height),
                marks: [.rectangle(frame, fill: ink)]
            )
        )
        height += thickness
    }

    /// The blocks with the box's corner at this place of a page.
    func blocks(at corner: Point) -> [Document.Block] {
        blocks.map { $0.moved(by: corner) }
    }
}

extension Document.Block {
    /// The same block further right and down.
    func moved(by distance: Point) -> Document.Block {
        var block = self
        block.origin = Point(x: origin.x + distance.x, y: origin.y + distance.y)
        block.frame = frame.map {
            Frame(x: $0.x + distance.x, y: $0.y + distance.y, width: $0.width, height: $0.height)
        }
        return block
    }
}
