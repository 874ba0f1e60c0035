/// Looks at eight bytes at once, where so many are there.
extension UnsafeBufferPointer<UInt8> {
    /// Index of the first byte from `start` on that no metric name goes on with; one has to be
    /// there.
    @inline(__always)
    func metricNameEnd(from start: Int) -> Int {
        var i = start
        while let word = word(at: i) {
            let others = Self.outsideNames(word, lastDigit: .colon)
            if others != 0 { return i + others.trailingZeroBitCount / 8 }
            i += 8
        }
        while self[i].isInMetricName { i += 1 }
        return i
    }

    /// Index of the first byte from `start` on that ends or interrupts quoted text: a quote, a
    /// backslash, a line feed or one beyond ASCII; one has to be there.
    @inline(__always)
    func plainTextEnd(from start: Int) -> Int {
        var i = start
        while let word = word(at: i) {
            let found = Self.outsidePlainText(word)
            if found != 0 { return i + found.trailingZeroBitCount / 8 }
            i += 8
        }
        while self[i] < 0x80, self[i] != .quote, self[i] != .backslash, self[i] != .newline {
            i += 1
        }
        return i
    }

    /// The bytes from `i` on, the first one lowest; nil if there are no eight.
    @inline(__always)
    private func word(at i: Int) -> UInt64? {
        guard count - i >= 8, let base = baseAddress else { return nil }
        return UInt64(littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
    }

    /// The upper bit of each byte of a word that no name goes on with; `lastDigit` is the last sign
    /// that names have from 0 on: 9, or for a metric's name the colon, which stands behind it.
    @inline(__always)
    static func outsideNames(_ word: UInt64, lastDigit: UInt8) -> UInt64 {
        let upper = word | all(0x80)
        let lower = upper | all(0x20)
        let letters = (lower &- all(UInt8(ascii: "a"))) & ~(lower &- all(UInt8(ascii: "z") + 1))
        let digits = (upper &- all(UInt8(ascii: "0"))) & ~(upper &- all(lastDigit &+ 1))
        let underscores = ~(((upper ^ all(UInt8(ascii: "_"))) & all(0x7F)) &+ all(0x7F))
        return (~(letters | digits | underscores) | word) & all(0x80)
    }

    /// The upper bit of the first byte of a word that ends or interrupts quoted text, and of some
    /// behind it.
    @inline(__always)
    static func outsidePlainText(_ word: UInt64) -> UInt64 {
        let quote = zeros(word ^ all(.quote))
        let stops = zeros(word ^ all(.backslash)) | zeros(word ^ all(.newline))
        return (quote | stops | word) & all(0x80)
    }

    /// The upper bit of each byte that is 0; above the first one also of others.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- all(0x01)) & ~word
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
