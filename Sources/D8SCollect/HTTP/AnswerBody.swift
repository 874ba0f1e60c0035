import NIOCore

/// Gathers the body of an answer: decompressed, and never more than its limit.
struct AnswerBody {
    private let address: String
    private let limit: Int
    private let inflater: Inflater?
    private var received = 0
    private(set) var bytes: [UInt8] = []

    /// Bytes of decompressed output held beside the body.
    private static let pieceSize = 1 << 16

    /// - Throws: `CollectError.badAnswer` for a compression that was not asked for.
    init(of answer: HTTPAnswer, at address: String, limit: Int) throws(CollectError) {
        self.address = address
        self.limit = limit
        switch answer.header("Content-Encoding")?.lowercased() {
        case nil, "", "identity":
            inflater = nil
            let length = answer.header("Content-Length").flatMap { Int($0) } ?? 0
            guard length <= limit else { throw Self.tooLarge(address, limit) }
            bytes.reserveCapacity(min(length, 1 << 20))
        case "gzip", "x-gzip":
            inflater = try Inflater(file: address, pieceSize: Self.pieceSize)
        case let other?:
            let reason = "it is compressed with \(other.prefix(40)), though only gzip was asked for"
            throw .badAnswer(address: address, reason: reason)
        }
    }

    mutating func append(_ buffer: ByteBuffer) throws(CollectError) {
        received += buffer.readableBytes
        guard received <= limit else { throw Self.tooLarge(address, limit) }
        let result = buffer.withUnsafeReadableBytes { piece -> Result<Void, CollectError> in
            do throws(CollectError) {
                return .success(try append(piece.bindMemory(to: UInt8.self)))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Says that nothing follows.
    ///
    /// A compressed answer without a body, as 304 has, is not damaged.
    mutating func finish() throws(CollectError) {
        guard let inflater, received > 0 else { return }
        try translated { () throws(CollectError) in
            try inflater.finish { (piece) throws(CollectError) in try take(piece) }
        }
    }

    private mutating func append(
        _ piece: UnsafeBufferPointer<UInt8>
    ) throws(CollectError) {
        guard let inflater else { return try take(piece) }
        try translated { () throws(CollectError) in
            try inflater.feed(piece) { (output) throws(CollectError) in try take(output) }
        }
    }

    private mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(CollectError) {
        guard bytes.count + piece.count <= limit else { throw Self.tooLarge(address, limit) }
        bytes += piece
    }

    /// Damage of a file is a bad answer of a server.
    private func translated(_ work: () throws(CollectError) -> Void) throws(CollectError) {
        do throws(CollectError) {
            try work()
        } catch {
            guard case .damagedGzip(_, let reason) = error else { throw error }
            throw .badAnswer(address: address, reason: "its gzip is damaged: \(reason)")
        }
    }

    private static func tooLarge(_ address: String, _ limit: Int) -> CollectError {
        .tooLarge(address: address, limit: limit, mend: "Allow more with `body_limit`.")
    }
}
