/// Path data of an SVG: places on a grid, each told from the one before, which takes half the
/// letters.
struct SVGPath {
    private(set) var bytes: [UInt8]
    private let decimals: Int
    private var x = 0
    private var y = 0
    private var start = (x: 0, y: 0)
    /// The command that the next numbers would repeat; 0 if there is none.
    private var command: UInt8 = 0

    /// A path that goes on behind these bytes, with one or two decimals.
    init(behind bytes: consuming [UInt8] = [], decimals: Int) {
        self.bytes = bytes
        self.decimals = decimals
    }

    mutating func move(to place: Point) {
        (x, y) = (0, 0)
        command = 0
        begin(UInt8(ascii: "M"))
        step(to: place, isFirst: true)
        start = (x, y)
    }

    mutating func line(to place: Point) {
        step(to: place, isFirst: begin(UInt8(ascii: "l")))
    }

    mutating func curve(_ first: Point, _ second: Point, to end: Point) {
        let isFirst = begin(UInt8(ascii: "c"))
        let (fromX, fromY) = (x, y)
        append(first, from: fromX, fromY, isFirst: isFirst)
        append(second, from: fromX, fromY, isFirst: false)
        step(to: end, isFirst: false)
    }

    mutating func close() {
        bytes.append(UInt8(ascii: "z"))
        command = 0
        (x, y) = start
    }

    mutating func line(through points: some Sequence<Point>) {
        var isFirst = true
        for point in points {
            if isFirst { move(to: point) } else { line(to: point) }
            isFirst = false
        }
    }

    /// A closed rectangle.
    mutating func rectangle(_ frame: Frame) {
        let (left, top) = (place(frame.x), place(frame.y))
        let (width, height) = (place(frame.width), place(frame.height))
        move(to: Point(x: frame.x, y: frame.y))
        for (letter, length) in [("h", width), ("v", height), ("h", -width)] as [(Character, Int)] {
            bytes.append(letter.asciiValue ?? 0)
            bytes.append(number: length, decimals: decimals)
        }
        (x, y) = (left, top + height)
        close()
    }

    /// Writes the letter of a command, unless it repeats; true if it was written.
    @discardableResult
    private mutating func begin(_ letter: UInt8) -> Bool {
        guard letter != command else { return false }
        bytes.append(letter)
        command = letter
        return true
    }

    private mutating func step(to point: Point, isFirst: Bool) {
        append(point, from: x, y, isFirst: isFirst)
        (x, y) = (place(point.x), place(point.y))
    }

    private mutating func append(_ point: Point, from x: Int, _ y: Int, isFirst: Bool) {
        let (right, down) = (place(point.x) - x, place(point.y) - y)
        if !isFirst, right >= 0 { bytes.append(.space) }
        bytes.append(number: right, decimals: decimals)
        if down >= 0 { bytes.append(.space) }
        bytes.append(number: down, decimals: decimals)
    }

    private func place(_ value: Double) -> Int { value.onGrid(decimals: decimals) }
}

extension Double {
    /// In tenths or hundredths of a point; what is no number or far outside of any page is brought
    /// to where it can be drawn.
    func onGrid(decimals: Int) -> Int {
        guard isFinite else { return 0 }
        let near = Swift.min(Swift.max(self, -100_000), 100_000)
        return Int((near * (decimals == 1 ? 10 : 100)).rounded())
    }
}

extension [UInt8] {
    /// Appends a number of tenths or hundredths without a zero that says nothing: `-.5`, `12`.
    mutating func append(number: Int, decimals: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let unit = decimals == 1 ? 10 : 100
        let (whole, rest) = Swift.abs(number).quotientAndRemainder(dividingBy: unit)
        if whole > 0 || rest == 0 { append(whole: whole) }
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        let (first, second) = decimals == 1 ? (rest, 0) : (rest / 10, rest % 10)
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: first))
        if second > 0 { append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: second)) }
    }

    private mutating func append(whole: Int) {
        if whole >= 10 { append(whole: whole / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole % 10))
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
