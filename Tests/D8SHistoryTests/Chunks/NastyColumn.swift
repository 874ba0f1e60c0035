import Testing

/// A column of samples that a careless format loses.
struct NastyColumn: CustomTestStringConvertible {
    var testDescription: String
    var times: [Int64]
    var values: [Double]

    init(_ name: String, _ values: [Double], times: [Int64]? = nil) {
        testDescription = name
        self.values = values
        self.times = times ?? values.indices.map { 1_790_000_000_000 + Int64($0) * 15_000 }
    }

    static let stale = Double(bitPattern: 0x7FF0_0000_0000_0002)

    static let all = [
        NastyColumn("one sample", [42]),
        NastyColumn("one NaN", [.nan]),
        NastyColumn("two samples", [1, 2]),
        NastyColumn("a constant", Array(repeating: 3.7, count: 4096)),
        NastyColumn("a line", (0..<4096).map { Double($0) * 1000 }),
        NastyColumn("a parabola", (0..<4096).map { Double($0 * $0) }),
        NastyColumn("minus zero", [0, -0.0, 0, -0.0]),
        NastyColumn("only minus zero", Array(repeating: -0.0, count: 300)),
        NastyColumn("stale markers among decimals", (0..<500).map { $0 % 50 == 7 ? stale : 0.1 }),
        NastyColumn("only stale markers", Array(repeating: stale, count: 200)),
        NastyColumn("stale first and last", [stale, 1, 2, 3, stale]),
        NastyColumn(
            "payloads of NaN",
            [
                0x7FF8_0000_0000_0000, 0xFFF8_0000_0000_0000, 0x7FF8_DEAD_BEEF_0001,
                0x7FF0_0000_0000_0001,
            ]
            .map { Double(bitPattern: $0) }
        ),
        NastyColumn("infinities", [.infinity, -.infinity, 1, .infinity]),
        NastyColumn("subnormals", [0x1p-1074, -0x1p-1074, 0x1p-1022.nextDown, 0]),
        NastyColumn(
            "the largest and the least",
            [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude]
        ),
        NastyColumn("the ends of Int64", [0x1p63, -0x1p63, 0x1p63.nextDown, 0, -0x1p63]),
        NastyColumn(
            "around 2^51 and 2^53",
            [0x1p51, 0x1p51 - 0.25, 0x1p53, 0x1p53 + 2, 0x1p52 + 1]
        ),
        NastyColumn(
            "all bits change",
            (0..<300).map { $0 % 2 == 0 ? 0 : Double(bitPattern: .max) }
        ),
        NastyColumn("one outlier up", (0..<256).map { $0 == 100 ? 1e15 : 5 }),
        NastyColumn("one outlier down", (0..<256).map { $0 == 100 ? -1e15 : 5 }),
        NastyColumn("decimals late", (0..<300).map { $0 < 200 ? 9e14 : 0.123456 }),
        NastyColumn("17 digits", (1..<300).map { 1 / Double($0) }),
        NastyColumn(
            "steps of one millisecond and of years",
            [1, 2, 3, 4, 5],
            times: [-1 << 50, -(1 << 50) + 1, 0, 1, 1 << 50]
        ),
        NastyColumn("before 1970", [1, 2], times: [-1, 0]),
    ]
}
