/// A column of doubles as one of integers: scaled decimals where they are such, else their bits.
struct ValueColumn {
    /// The scale that says: the integers are the bits of the doubles.
    static let bits: UInt8 = 255

    private var integers = [Int64](repeating: 0, count: ChunkHeader.largestCount)
    /// Where there is a value that is not a decimal of the column's scale.
    private var specials: [Int] = []

    /// Appends the values, up to 4,096 of them.
    mutating func append(
        _ values: UnsafeBufferPointer<Double>,
        blocks: inout BlockEncoder,
        to bytes: inout [UInt8]
    ) {
        if let scale = scaled(values) {
            bytes.append(UInt8(scale))
            appendSpecials(values, to: &bytes)
            bytes.append(zigzag: integers[0])
        } else {
            for index in values.indices {
                integers[index] = Int64(bitPattern: values[index].bitPattern)
            }
            bytes.append(Self.bits)
            bytes.append(word: integers[0])
        }
        integers.withUnsafeBufferPointer {
            guard let address = $0.baseAddress else { return }
            blocks.append(address, count: values.count, to: &bytes)
        }
    }

    private func appendSpecials(_ values: UnsafeBufferPointer<Double>, to bytes: inout [UInt8]) {
        bytes.append(variable: UInt64(specials.count))
        var next = 0
        for index in specials {
            bytes.append(variable: UInt64(index - next))
            bytes.append(word: values[index].bitPattern)
            next = index + 1
        }
    }

    /// Fills the integers and says their scale; nil if too many values are no decimals.
    private mutating func scaled(_ values: UnsafeBufferPointer<Double>) -> Int? {
        var scale = 0
        while let larger = fill(values, scale: scale) {
            guard larger <= DecimalScale.largestWritten else { return nil }
            scale = larger
        }
        return scale
    }

    /// Fills the integers of this scale.
    ///
    /// Nil if that worked, else the scale to try next, which is none after `largestWritten`.
    private mutating func fill(_ values: UnsafeBufferPointer<Double>, scale: Int) -> Int? {
        specials.removeAll(keepingCapacity: true)
        let power = DecimalScale.powers[scale]
        let limit = values.count / 32 + 1
        var before: Int64 = 0
        for index in values.indices {
            if let whole = DecimalScale.mantissa(values[index], power: power) {
                before = whole
            } else if let larger = Self.scale(of: values[index], above: scale) {
                return larger
            } else if specials.count == limit {
                return DecimalScale.largestWritten + 1
            } else {
                specials.append(index)
            }
            integers[index] = before
        }
        return nil
    }

    private static func scale(of value: Double, above scale: Int) -> Int? {
        guard value.isFinite, scale < DecimalScale.largestWritten else { return nil }
        return (scale + 1...DecimalScale.largestWritten).first {
            DecimalScale.mantissa(value, power: DecimalScale.powers[$0]) != nil
        }
    }
}
