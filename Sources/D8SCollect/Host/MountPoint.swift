/// A file system where it is mounted: a line of `/proc/mounts`.
struct MountPoint: Hashable, Sendable {
    let device: String
    let path: String
    let type: String
    let isReadOnly: Bool

    /// Nil if the line has another form.
    init?(_ words: [String]) {
        guard words.count > 3 else { return nil }
        device = Self.unescaped(words[0])
        path = Self.unescaped(words[1])
        type = words[2]
        isReadOnly = words[3].split(separator: ",").contains("ro")
    }

    /// Blanks and backslashes stand there as `\040`: three octal digits (fstab(5)).
    private static func unescaped(_ word: String) -> String {
        guard word.utf8.contains(UInt8(ascii: "\\")) else { return word }
        var bytes: [UInt8] = []
        var rest = Array(word.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            guard byte == UInt8(ascii: "\\"), digits.count == 3, let code else {
                bytes.append(byte)
                continue
            }
            bytes.append(code)
            rest.removeFirst(3)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
