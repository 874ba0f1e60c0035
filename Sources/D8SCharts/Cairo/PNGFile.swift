import CDeflate

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
            libdeflate_crc32(0, $0.baseAddress, $0.count)
        }
        bytes.append(contentsOf: bigEndian(sum))
    }

    /// Adds the filtered rows, compressed.
    ///
    /// At the quickest level: charts are mostly plain, so higher ones gain little.
    mutating func appendImage(_ rows: [UInt8], title: String) throws(ChartError) {
        guard let compressor = libdeflate_alloc_compressor(1) else {
            throw .compression(title: title)
        }
        defer { libdeflate_free_compressor(compressor) }
        let room = libdeflate_zlib_compress_bound(compressor, rows.count)
        let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = libdeflate_zlib_compress(
                compressor,
                rows,
                rows.count,
                buffer.baseAddress,
                room
            )
        }
        guard !packed.isEmpty else { throw .compression(title: title) }
        append("IDAT", packed)
    }

    private func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
