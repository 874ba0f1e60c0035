import Glibc

/// Goes through the text of a plain series and writes its key, eight bytes at once: so many have
/// to be there behind the line, and in the key.
struct PlainScan {
    /// Where the text goes on.
    private(set) var text: UnsafePointer<UInt8>
    /// How many labels there are.
    private(set) var count = 0
    /// Whether they are in the order of their names, each once.
    private(set) var isSorted = true
    private let key: UnsafeMutablePointer<UInt8>
    /// Where the key goes on.
    private var end: UnsafeMutablePointer<UInt8>

    @inline(__always)
    init(at text: UnsafePointer<UInt8>, key: UnsafeMutablePointer<UInt8>) {
        self.text = text
        self.key = key
        end = key
    }

    /// The length of the key.
    var size: Int { end - key }

    /// Whether one space is next, and behind it neither a blank nor labels.
    @inline(__always)
    var isBeforeValue: Bool {
        text[0] == .space && !text[1].isBlank && text[1] != .leftBrace
    }

    /// Reads the metric's name; false if there is none.
    @inline(__always)
    mutating func readName() -> Bool {
        guard text[0].beginsMetricName else { return false }
        while copy({ UnsafeBufferPointer.outsideNames($0, lastDigit: .colon) }) {}
        endPart()
        return true
    }

    /// Reads the labels, if there are any; false if they are not plain or more than there is room.
    @inline(__always)
    mutating func readLabels(_ labels: UnsafeMutableBufferPointer<PlainLabel>) -> Bool {
        guard text[0] == .leftBrace else { return true }
        repeat {
            text += 1
            guard count < labels.count, let label = readLabel() else { return false }
            if count > 0, labels[count - 1].order(to: label, in: key) >= 0 { isSorted = false }
            labels[count] = label
            count += 1
        } while text[0] == .comma
        guard text[0] == .rightBrace else { return false }
        text += 1
        return true
    }

    @inline(__always)
    private mutating func readLabel() -> PlainLabel? {
        let start = end
        guard text[0].beginsLabelName else { return nil }
        while copy({ UnsafeBufferPointer.outsideNames($0, lastDigit: UInt8(ascii: "9")) }) {}
        let nameSize = end - start
        guard text[0] == .equals, text[1] == .quote, text[2] != .quote,
            start[0] != UInt8(ascii: "_") || nameSize != 8 || memcmp(start, "__name__", 8) != 0
        else { return nil }
        endPart()
        text += 2
        while copy({ UnsafeBufferPointer.outsidePlainText($0) }) {}
        guard text[0] == .quote else { return nil }
        text += 1
        endPart()
        return PlainLabel(start: start - key, nameSize: nameSize, size: end - start)
    }

    /// Copies up to eight bytes to the key, until one for which `stops` has the upper bit.
    ///
    /// - Returns: Whether all eight were copied.
    @inline(__always)
    private mutating func copy(_ stops: (UInt64) -> UInt64) -> Bool {
        let raw = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(end).storeBytes(of: raw, as: UInt64.self)
        let found = stops(UInt64(littleEndian: raw))
        let count = found == 0 ? 8 : found.trailingZeroBitCount / 8
        text += count
        end += count
        return found == 0
    }

    /// Ends a part of the key.
    @inline(__always)
    private mutating func endPart() {
        end[0] = 0xFF
        end += 1
    }
}
