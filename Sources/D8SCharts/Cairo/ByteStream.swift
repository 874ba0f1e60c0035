import CCairo

/// Collects what Cairo writes.
final class ByteStream {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(1 << 15)
    }

    /// What Cairo calls with each piece; its closure is the stream's address.
    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
        stream.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }

    /// The address to give to Cairo; the stream must outlive the surface.
    var closure: UnsafeMutableRawPointer {
        Unmanaged.passUnretained(self).toOpaque()
    }
}
