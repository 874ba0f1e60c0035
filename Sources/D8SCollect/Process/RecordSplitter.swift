import Glibc

/// Cuts a stream of bytes that comes in pieces into records that end with a separator.
struct RecordSplitter: Sendable {
    let separator: UInt8
    /// The beginning of a record whose end has not come yet.
    private var pending: [UInt8] = []

    init(separator: UInt8) {
        self.separator = separator
    }

    /// Hands over every record that ends in this piece, without its separator.
    mutating func split(
        _ piece: ArraySlice<UInt8>,
        each: (ArraySlice<UInt8>) throws -> Void
    ) rethrows {
        var rest = piece
        while let end = firstSeparator(in: rest) {
            if pending.isEmpty {
                try each(rest[..<end])
            } else {
                pending += rest[..<end]
                try each(pending[...])
                pending.removeAll(keepingCapacity: true)
            }
            rest = rest[(end + 1)...]
        }
        pending += rest
    }

    /// Hands over what came after the last separator, if anything did.
    mutating func finish(each: (ArraySlice<UInt8>) throws -> Void) rethrows {
        guard !pending.isEmpty else { return }
        try each(pending[...])
        pending = []
    }

    private func firstSeparator(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { memory -> Int? in
            guard let base = memory.baseAddress,
                let found = memchr(base, Int32(separator), memory.count)
            else { return nil }
            return bytes.startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
