import CZlib

/// Decompresses a gzip stream (RFC 1952) of any number of members, in pieces of any size.
///
/// A class, since zlib keeps the address of its state.
final class Inflater {
    private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var output: [UInt8]
    private var filled = 0
    /// Between members: nothing of a next one has been seen.
    private var isAtMemberEnd = false
    private var isInTrailingZeros = false

    /// Receives decompressed bytes, in pieces that are full but for the last.
    typealias Sink = (UnsafeBufferPointer<UInt8>) throws(CollectError) -> Void

    private let file: String

    /// Starts a stream; `file` is the name for error messages, `pieceSize` the length of a piece of
    /// output in bytes.
    init(file: String, pieceSize: Int = FileBytes.pieceSize) throws(CollectError) {
        self.file = file
        output = Array(repeating: 0, count: max(1, pieceSize))
        stream.initialize(to: z_stream())
        // 15 bits of window, 16 for a gzip header.
        let status = inflateInit2_(
            stream,
            15 + 16,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else { throw damage("zlib cannot start (\(status))") }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: Sink) throws(CollectError) {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: bytes.count)
        var isFull = false
        while stream.pointee.avail_in > 0 || isFull {
            guard try beginMember() else { return }
            let before = (stream.pointee.avail_in, filled)
            let status = inflatePiece()
            isFull = filled == output.count
            if isFull { try flush(sink) }
            switch status {
            case Z_STREAM_END: isAtMemberEnd = true
            case Z_OK: break
            case Z_BUF_ERROR where before.0 == stream.pointee.avail_in: isFull = false
            default: throw damage(message(status))
            }
        }
    }

    /// Says that there are no more bytes.
    func finish(_ sink: Sink) throws(CollectError) {
        if filled > 0 { try flush(sink) }
        guard isAtMemberEnd else { throw damage("it ends in the middle") }
    }

    /// False if only padding follows: tape tools fill up with zero bytes, which gzip passes over.
    private func beginMember() throws(CollectError) -> Bool {
        guard isAtMemberEnd else { return true }
        guard stream.pointee.avail_in > 0, let next = stream.pointee.next_in else { return false }
        let rest = UnsafeBufferPointer(start: next, count: Int(stream.pointee.avail_in))
        if isInTrailingZeros || next.pointee == 0 {
            isInTrailingZeros = true
            guard rest.allSatisfy({ $0 == 0 }) else { throw damage("rubbish follows its end") }
            return false
        }
        isAtMemberEnd = false
        inflateReset(stream)
        return true
    }

    private func inflatePiece() -> Int32 {
        output.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return Z_STREAM_ERROR }
            stream.pointee.next_out = base + filled
            stream.pointee.avail_out = UInt32(clamping: buffer.count - filled)
            let status = inflate(stream, Z_NO_FLUSH)
            filled = buffer.count - Int(stream.pointee.avail_out)
            return status
        }
    }

    private func flush(_ sink: Sink) throws(CollectError) {
        let count = filled
        filled = 0
        try output.withUnsafeBufferPointer { (buffer) throws(CollectError) in
            try sink(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func message(_ status: Int32) -> String {
        stream.pointee.msg.map { String(cString: $0) } ?? "zlib says \(status)"
    }

    private func damage(_ reason: String) -> CollectError {
        .damagedGzip(file: file, reason: reason)
    }
}
