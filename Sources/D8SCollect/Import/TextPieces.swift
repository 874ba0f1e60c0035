/// The decompressed text of a file in pieces, without a byte order mark.
enum TextPieces {
    /// Passes the text of `file`, inflated if it begins as gzip does (bytes 1F 8B).
    ///
    /// The first piece, which may be empty, is the longest there can be or the whole.
    static func read(
        _ file: borrowing FileBytes,
        _ body: (UnsafeBufferPointer<UInt8>) throws(CollectError) -> Void
    ) throws(CollectError) {
        let name = file.name
        var inflater: Inflater?
        var isFirst = true
        var isFirstText = true
        func text(_ piece: UnsafeBufferPointer<UInt8>) throws(CollectError) {
            try body(isFirstText ? try unmarked(piece, name) : piece)
            isFirstText = false
        }
        try file.read { (piece) throws(CollectError) in
            if isFirst, piece.starts(with: [0x1F, 0x8B]) { inflater = try Inflater(file: name) }
            isFirst = false
            if let inflater { try inflater.feed(piece, text) } else { try text(piece) }
        }
        try inflater?.finish(text)
    }

    /// The text after a UTF-8 byte order mark.
    private static func unmarked(
        _ piece: UnsafeBufferPointer<UInt8>,
        _ file: String
    ) throws(CollectError) -> UnsafeBufferPointer<UInt8> {
        if piece.starts(with: [0xEF, 0xBB, 0xBF]) {
            return UnsafeBufferPointer(rebasing: piece[3...])
        }
        if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
            throw .unknownForm(file: file, form: "UTF-16 text", mend: "Save it as UTF-8.")
        }
        return piece
    }
}
