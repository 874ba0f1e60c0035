import CZlib

/// The chunks of a PNG file of 8 bits a sample (ISO/IEC 15948, section 5).
struct PNGFile {
    private var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A file that begins with its header; colour type 2 is RGB, 3 a palette.
    init(width: Int, height: Int, colorType: UInt8) {
        let size = bigEndian(UInt32(clamping: width)) + bigEndian(UInt32(clamping: height))
        append("IHDR", size + [8, colorType, 0, 0, 0])
    }

    /// The file with its end.
    var finished: [UInt8] {
        var file = self
        file.append("IEND", [])
        return file.bytes
    }

    /// Adds a chunk; its check sum is over the type and the data.
    mutating func append(_ type: String, _ data: [UInt8]) {
        bytes.append(contentsOf: bigEndian(UInt32(clamping: data.count)))
        let start = bytes.count
        bytes.append(contentsOf: type.utf8)
        bytes.append(contentsOf: data)
        let sum = bytes[start...].withUnsafeBufferPointer {
            crc32(0, $0.baseAddress, uInt(clamping: $0.count))
        }
        bytes.append(contentsOf: bigEndian(UInt32(truncatingIfNeeded: sum)))
    }

    /// Adds the filtered rows, compressed.
    ///
    /// At zlib's quickest level: charts are mostly plain, so higher ones gain little.
    mutating func appendImage(_ rows: [UInt8], title: String) throws(ChartError) {
        var length = compressBound(uLong(clamping: rows.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        let code = compress2(&packed, &length, rows, uLong(clamping: rows.count), 1)
        guard code == Z_OK else { throw .compression(code: code, title: title) }
        packed.removeLast(packed.count - Int(length))
        append("IDAT", packed)
    }

    private func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
