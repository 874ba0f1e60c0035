/// A column of doubles as one of integers: scaled decimals where they are such, else their bits.
struct ValueColumn {
    /// The scale that says: the integers are the bits of the doubles.
    static let bits: UInt8 = 255

    /// Where the integers go, and after them the positions of values that are no decimals.
    private let integers: UnsafeMutablePointer<Int64>
    private let specials: UnsafeMutablePointer<Int64>
    private var specialCount = 0
    static let scratchSize =
        ChunkHeader.largestCount + largestSpecials(among: ChunkHeader.largestCount)

    /// With more of them a column is one of bits.
    static func largestSpecials(among count: Int) -> Int { count / 32 + 1 }

    init(scratch: UnsafeMutablePointer<Int64>) {
        integers = scratch
        specials = scratch + ChunkHeader.largestCount
    }

    /// Writes the values, 1 to 4,096 of them.
    mutating func write(
        _ values: UnsafeBufferPointer<Double>,
        blocks: inout BlockWriter,
        to sink: inout ChunkSink
    ) {
        if let scale = scaled(values) {
            sink.write(UInt8(scale))
            writeSpecials(values, to: &sink)
            sink.write(zigzag: integers[0])
        } else {
            for index in 0..<values.count {
                integers[index] = Int64(bitPattern: values[index].bitPattern)
            }
            sink.write(Self.bits)
            sink.write(word: integers[0])
        }
        blocks.write(integers, count: values.count, to: &sink)
    }

    private func writeSpecials(_ values: UnsafeBufferPointer<Double>, to sink: inout ChunkSink) {
        sink.write(variable: UInt64(specialCount))
        var next = 0
        for number in 0..<specialCount {
            let index = Int(specials[number])
            sink.write(variable: UInt64(index - next))
            sink.write(word: values[index].bitPattern)
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
        specialCount = 0
        let power = DecimalScale.powers[scale]
        let limit = Self.largestSpecials(among: values.count)
        var before: Int64 = 0
        for index in 0..<values.count {
            if let whole = DecimalScale.mantissa(values[index], power: power) {
                before = whole
            } else if let larger = DecimalScale.scale(of: values[index], above: scale) {
                return larger
            } else if specialCount == limit {
                return DecimalScale.largestWritten + 1
            } else {
                specials[specialCount] = Int64(index)
                specialCount += 1
            }
            integers[index] = before
        }
        return nil
    }
}
