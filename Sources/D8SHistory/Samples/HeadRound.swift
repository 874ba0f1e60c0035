/// The bytes of a row of `head`: samples of any series in the order in which they were said.
///
/// The room's README describes them byte for byte.
enum HeadRound {
    static let version: UInt8 = 1
    static let headerSize = 16
    /// Samples in a row, at most: a bound on the memory that reading one takes.
    static let largestCount = 65_536

    private enum Times: UInt8 {
        /// One time for all samples.
        case same = 0
        /// The difference to the sample before, for each.
        case each = 1
    }

    /// The bytes for samples of which each has a series, a time and a value.
    static func encode(
        series: UnsafeBufferPointer<Int64>,
        times: UnsafeBufferPointer<Int64>,
        values: UnsafeBufferPointer<Double>
    ) -> [UInt8] {
        let count = min(series.count, times.count, values.count, largestCount)
        let isSame = times.prefix(count).allSatisfy { $0 == times[0] }
        let columns = isSame ? 1 : 2
        let size = headerSize + count * 8 + (count * columns + 1) * Varint.largest
        return [UInt8](unsafeUninitializedCapacity: size) { bytes, length in
            guard let base = bytes.baseAddress else { return }
            let raw = UnsafeMutableRawPointer(base)
            raw.storeBytes(of: 0, as: UInt64.self)
            base[0] = version
            base[1] = (isSame ? Times.same : .each).rawValue
            raw.storeBytes(of: UInt32(count).littleEndian, toByteOffset: 4, as: UInt32.self)
            for index in 0..<count {
                let bits = values[index].bitPattern.littleEndian
                raw.storeBytes(of: bits, toByteOffset: headerSize + index * 8, as: UInt64.self)
            }
            var end = deltas(series.prefix(count), at: base + headerSize + count * 8)
            end = deltas(times.prefix(isSame ? 1 : count), at: end)
            length = end - base
            let sum = checksum(UnsafeRawBufferPointer(start: base, count: length))
            raw.storeBytes(of: sum.littleEndian, toByteOffset: 8, as: UInt64.self)
        }
    }

    /// Appends the samples of a row to columns.
    ///
    /// - Returns: False if the bytes are not as they were written; nothing is appended then.
    static func decode(_ bytes: UnsafeRawBufferPointer, into samples: inout HeadSamples) -> Bool {
        guard bytes.count > headerSize, bytes[0] == version, let form = Times(rawValue: bytes[1]),
            bytes[2] == 0, bytes[3] == 0,
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                == checksum(bytes)
        else { return false }
        let stored = bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        let count = Int(UInt32(littleEndian: stored))
        guard 1...largestCount ~= count, bytes.count > headerSize + count * 9 else { return false }
        return samples.append(count) { series, times, values in
            for index in 0..<count {
                let bits = bytes.loadUnaligned(
                    fromByteOffset: headerSize + index * 8,
                    as: UInt64.self
                )
                values[index] = Double(bitPattern: UInt64(littleEndian: bits))
            }
            var offset = headerSize + count * 8
            guard read(bytes, &offset, count, into: series) else { return false }
            guard read(bytes, &offset, form == .same ? 1 : count, into: times) else {
                return false
            }
            if form == .same { times.update(repeating: times[0], count: count) }
            return offset == bytes.count
        }
    }

    private static func deltas(
        _ values: Slice<UnsafeBufferPointer<Int64>>,
        at address: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        var last: Int64 = 0
        var address = address
        for value in values {
            address = Varint.write(Varint.zigzag(value &- last), to: address)
            last = value
        }
        return address
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer,
        _ offset: inout Int,
        _ count: Int,
        into column: UnsafeMutablePointer<Int64>
    ) -> Bool {
        var last: Int64 = 0
        for index in 0..<count {
            guard let delta = Varint.read(bytes, &offset) else { return false }
            last &+= Varint.signed(delta)
            column[index] = last
        }
        return true
    }

    /// The hash of everything but the place where it stands itself.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let body = XXH64.hash(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(headerSize)))
        return body ^ UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    }
}
