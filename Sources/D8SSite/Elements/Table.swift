/// A table as markup: rows are added one by one, and nothing is kept but the text.
struct Table {
    struct Column {
        let title: String
        var isNumber = false
    }

    /// One cell; a number carries its plain value for sorting.
    struct Cell {
        var text: String
        /// Smaller lines under the text.
        var lines: [String] = []
        /// The plain number to sort by; nil sorts by the text.
        var sort: Double?
        /// Where the text leads; nil for plain text.
        var href: String?
        var isCode = false
        var isSevere = false
        /// Heads its row.
        var isHead = false

        init(_ text: String) {
            self.text = text
        }
    }

    private let columns: [Column]
    private var body = Markup()
    private let isSortable: Bool
    /// Whether all columns are as wide as in other tables with as many.
    private let isEven: Bool

    init(_ columns: [Column], isSortable: Bool = false, isEven: Bool = false) {
        self.columns = columns
        self.isSortable = isSortable
        self.isEven = isEven
    }

    var markup: Markup {
        var table = Markup()
        if isSortable {
            table.tag("<table class=\"sortable")
            table.tag(isEven ? " even\">" : "\">")
            table.tag("\n<thead><tr>")
        } else {
            table.tag("<table>\n<thead><tr>")
        }
        for column in columns {
            if column.isNumber {
                table.tag("<th scope=\"col\" class=\"number\">")
            } else {
                table.tag("<th scope=\"col\">")
            }
            table.text(column.title)
            table.tag("</th>")
        }
        table.tag("</tr></thead>\n<tbody>\n")
        table.append(body)
        table.tag("</tbody>\n</table>")
        return table
    }

    mutating func add(_ cells: [Cell]) {
        body.tag("<tr>")
        for (cell, column) in zip(cells, columns) { add(cell, in: column) }
        body.tag("</tr>\n")
    }

    private mutating func add(_ cell: Cell, in column: Column) {
        if cell.isHead { body.tag("<th scope=\"row\"") } else { body.tag("<td") }
        if column.isNumber {
            body.tag(" class=\"number\"")
        } else if cell.text.utf8.count > 40 {
            body.tag(" class=\"words\"")
        }
        if let sort = cell.sort, isSortable {
            body.tag(" data-value=\"")
            body.text("\(sort)")
            body.tag("\"")
        }
        if cell.text.utf8.count > Self.longest { addTitle(cell.text) }
        body.tag(">")
        addText(of: cell)
        for line in cell.lines {
            body.tag("<span class=\"sub\">")
            body.text(line)
            body.tag("</span>")
        }
        if cell.isHead { body.tag("</th>") } else { body.tag("</td>") }
    }

    private mutating func addText(of cell: Cell) {
        let text = cell.text.shortened(to: Self.longest)
        if let href = cell.href {
            body.tag("<a href=\"")
            body.text(href)
            body.tag("\"><bdi>")
            body.text(text)
            body.tag("</bdi></a>")
        } else if cell.isCode {
            body.tag("<code>")
            body.text(text)
            body.tag("</code>")
        } else if cell.isSevere {
            body.tag("<span class=\"critical severe\">")
            body.text(text)
            body.tag("</span>")
        } else if text.utf8.allSatisfy({ $0 < 0x80 }) {
            body.text(text)
        } else {
            body.tag("<bdi>")
            body.text(text)
            body.tag("</bdi>")
        }
    }

    /// A name that is cut in the middle can still be read whole.
    private mutating func addTitle(_ text: String) {
        body.tag(" title=\"")
        body.text(text.shortened(to: 1000))
        body.tag("\"")
    }

    /// Characters of a cell that are shown.
    private static let longest = 90
}
