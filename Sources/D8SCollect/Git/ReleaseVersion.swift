/// The version that a tag's name ends with, as in `checkout-v1.12.0-rc1`.
package struct ReleaseVersion: Hashable, Sendable {
    /// What stands before the numbers: `checkout-v`, `v`, or nothing.
    package let prefix: String
    /// The dotted numbers, at least one: `[1, 12, 0]`.
    package let numbers: [Int]
    /// What stands behind them without build metadata: `-rc1`, or nothing.
    package let suffix: String

    /// Finds the first dotted numbers in the name, else a single number that stands alone.
    ///
    /// - Returns: Nil if the name has none, or numbers too large to compare.
    package init?(_ name: String) {
        let bytes = Array(name.utf8)
        let starts = bytes.indices.filter { Self.canBegin(at: $0, in: bytes) }
        let runs = starts.map { start in (start, Self.numbersEnd(from: start, in: bytes)) }
        let dotted = runs.first { bytes[$0.0..<$0.1].contains(UInt8(ascii: ".")) }
        let alone = runs.first { Self.standsAlone($0.0..<$0.1, in: bytes) }
        guard let (start, end) = dotted ?? alone else { return nil }
        let words = bytes[start..<end].split(separator: UInt8(ascii: "."))
        let values = words.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard values.count == words.count else { return nil }
        prefix = String(decoding: bytes[..<start], as: UTF8.self)
        numbers = values
        let rest = bytes[end...].prefix { $0 != UInt8(ascii: "+") }
        suffix = String(decoding: rest, as: UTF8.self)
    }

    /// True for `1.0.0-rc1`, `2.0.0-alpha`, `1.0.0b2`: by Semantic Versioning 2.0.0, section 9, what
    /// follows the numbers and a hyphen marks a pre-release.
    ///
    /// Not so for words that name a finished release (`-final`, `-hotfix.1`), nor behind a single
    /// number, where it is a date (`2026-11-20`) unless it is one of the words for a pre-release.
    package var isPrerelease: Bool {
        let word = suffix.lowercased().drop { !$0.isASCII || !$0.isLetter }
        let isFinished = Self.finishedWords.contains { word.hasPrefix($0) }
        if isFinished, !word.contains("candidate") { return false }
        if word.contains("hotfix") { return false }
        if suffix.hasPrefix("-"), numbers.count > 1 { return true }
        let name = word.prefix { $0.isASCII && $0.isLetter }
        // A letter alone counts only with a number: 1.0.0b2 is a beta, 1.0.2b is not.
        if name.count == 1, word.dropFirst().first?.isNumber != true { return false }
        return Self.prereleaseWords.contains(String(name))
    }

    /// True for `1.2.3`: the third of three numbers is not 0.
    package var isPatch: Bool {
        numbers.count == 3 && numbers[2] > 0
    }

    /// The numbers with dots: `1.12.0`.
    package var text: String {
        numbers.map { String($0) }.joined(separator: ".")
    }

    private static let finishedWords = ["final", "ga", "release", "post"]
    private static let prereleaseWords: Set<String> = [
        "rc", "alpha", "beta", "a", "b", "c", "m", "pre", "preview", "dev", "snapshot", "nightly",
        "canary", "next", "test", "milestone", "prerelease", "cr", "ea",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func canBegin(at position: Int, in bytes: [UInt8]) -> Bool {
        guard isDigit(bytes[position]) else { return false }
        guard position > 0 else { return true }
        return !isDigit(bytes[position - 1]) && bytes[position - 1] != UInt8(ascii: ".")
    }

    /// Where digits, and dots between digits, end.
    private static func numbersEnd(from start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while end < bytes.count {
            let isDot = bytes[end] == UInt8(ascii: ".")
            let goesOn = isDot && end + 1 < bytes.count && isDigit(bytes[end + 1])
            guard isDigit(bytes[end]) || goesOn else { break }
            end += 1
        }
        return end
    }

    /// True if the number is no part of a word such as `k8s`.
    private static func standsAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let before = bytes[..<range.lowerBound]
        let marks = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "@")]
        let bare = before.last == UInt8(ascii: "v") ? before.dropLast() : before
        let after = range.upperBound < bytes.count ? bytes[range.upperBound] : marks[0]
        return (bare.isEmpty || bare.last.map(marks.contains) == true) && marks.contains(after)
    }
}

extension ReleaseVersion: Comparable {
    /// By the numbers; a pre-release comes before its release; ties by suffix, then prefix.
    package static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        for position in 0..<max(left.numbers.count, right.numbers.count) {
            let one = position < left.numbers.count ? left.numbers[position] : 0
            let other = position < right.numbers.count ? right.numbers[position] : 0
            if one != other { return one < other }
        }
        if left.isPrerelease != right.isPrerelease { return left.isPrerelease }
        if left.suffix != right.suffix { return left.suffix < right.suffix }
        if left.numbers.count != right.numbers.count {
            return left.numbers.count < right.numbers.count
        }
        return left.prefix < right.prefix
    }
}
