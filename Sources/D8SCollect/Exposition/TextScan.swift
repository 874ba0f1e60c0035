/// Looks at eight bytes at once, where so many are there.
extension UnsafeBufferPointer<UInt8> {
    /// Index of the first byte from `start` on that no metric name goes on with; one has to be
    /// there.
    @inline(__always)
    func metricNameEnd(from start: Int) -> Int {
        var i = start
        while let word = word(at: i) {
            let others = ~Self.namePlaces(word) & Self.all(0x80)
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
            let quote = Self.zeros(word ^ Self.all(.quote))
            let stops = Self.zeros(word ^ Self.all(.backslash)) | Self.zeros(word ^ Self.all(10))
            let found = (quote | stops | word) & Self.all(0x80)
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

    /// The upper bit of each byte that a metric's name may have.
    @inline(__always)
    private static func namePlaces(_ word: UInt64) -> UInt64 {
        let upper = word | all(0x80)
        let lower = upper | all(0x20)
        let letters = (lower &- all(UInt8(ascii: "a"))) & ~(lower &- all(UInt8(ascii: "z") + 1))
        // The colon stands behind the ten digits.
        let digits = (upper &- all(UInt8(ascii: "0"))) & ~(upper &- all(.colon + 1))
        let underscores = ~(((upper ^ all(UInt8(ascii: "_"))) & all(0x7F)) &+ all(0x7F))
        return (letters | digits | underscores) & ~word
    }

    /// The upper bit of each byte that is 0; above the first one also of others.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- all(0x01)) & ~word
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
