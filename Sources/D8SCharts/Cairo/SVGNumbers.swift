/// Writes path data and coordinates short: two decimals, no space or letter that a reader of SVG
/// can do without.
struct SVGNumbers {
    private(set) var output: [UInt8]
    /// Letters of path commands that may be left out when they repeat.
    private var command: UInt8 = 0
    private var decimals = -1

    init(output: [UInt8]) {
        self.output = output
    }

    /// Appends the value of a `d`, `x` or `y` attribute.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var needsSpace = false, endsInNumber = false
        let start = output.count
        var lastCommand = start
        for byte in bytes {
            switch byte {
            case .space:
                needsSpace = endsInNumber
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if byte == command, byte == UInt8(ascii: "L") || byte == UInt8(ascii: "C") {
                    continue
                }
                command = byte
                lastCommand = output.count
                output.append(byte)
                (needsSpace, endsInNumber, decimals) = (false, false, -1)
            default:
                if needsSpace {
                    decimals = -1
                    if byte != UInt8(ascii: "-") { output.append(.space) }
                    needsSpace = false
                }
                appendDigit(byte)
                endsInNumber = true
            }
        }
        // Cairo ends each figure where the next one would begin, which draws nothing.
        if command == UInt8(ascii: "M"), lastCommand > start {
            output.removeLast(output.count - lastCommand)
        }
    }

    private mutating func appendDigit(_ byte: UInt8) {
        if byte == UInt8(ascii: ".") {
            decimals = 0
        } else if decimals >= 0 {
            decimals += 1
            if decimals > 2 { return }
        }
        output.append(byte)
    }
}
