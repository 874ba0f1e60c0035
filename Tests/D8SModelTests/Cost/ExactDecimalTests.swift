import D8SModel
import Testing

/// The expected numbers are those of Python's `decimal` with 100 digits of precision, for example
/// `format((Decimal(a) + Decimal(b)).normalize(), "f")`.
struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.000", "0"), ("00012.50", "12.5"), ("100", "100"),
        ("1e2", "100"), ("1.5E3", "1500"), ("+7", "7"), (".5", "0.5"), ("5.", "5"),
        ("1e-5", "0.00001"),
        ("10e-29", "0.0000000000000000000000000001"), ("-0.00000080000", "-0.0000008"),
        ("1.3888888888888889E-05", "0.000013888888888888889"),
        ("0.0000005208333333333333333333", "0.0000005208333333333333333333"),
        ("2.0000000000000000000000000000000000000000000", "2"),
        ("1e30", "1000000000000000000000000000000"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        ("0e999999999999999999999", "0"), ("123456789012345678", "123456789012345678"),
    ])
    func `a text is read to its last digit`(text: String, plain: String) {
        #expect(ExactDecimal(text)?.description == plain)
    }

    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e+", "1,5", "1 ", " 1", "0x10", "NaN", "inf", "1.2.3", "--1",
        "1e39", "1e99999999999999999999", "0.00000000000000000000000000001", "1e-29", "٣",
        "999999999999999999999999999999999999999", "9234567890123456789012345678.90123456789",
    ])
    func `what is no number, or does not fit, is nil`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(arguments: [
        ("0.1", "0.2", "0.3"), ("100", "1e2", "200"), ("-5", "5.000", "0"),
        ("1e30", "0.00000001", "1000000000000000000000000000000.00000001"),
        ("-0.0000000000000000000000000001", "1", "0.9999999999999999999999999999"),
        ("123456789012345678.123456789", "-0.000000001", "123456789012345678.123456788"),
        (
            "9999999999.9999999999999999999999999999", "0.0000000000000000000000000001",
            "10000000000"
        ),
    ])
    func `a sum is exact`(left: String, right: String, sum: String) throws {
        let (left, right) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
        #expect(left.adding(right)?.description == sum)
        #expect(right.adding(left)?.description == sum)
    }

    @Test func `a sum of more than 38 digits is nil`() throws {
        let large = try #require(ExactDecimal("1e38"))
        #expect(large.adding(large) == nil)
        #expect(try large.adding(#require(ExactDecimal("0.1"))) == nil)
        #expect(large.subtracting(large) == .zero)
    }

    @Test(arguments: [
        ("0.125", "1", 2, "0.12"), ("0.135", "1", 2, "0.14"), ("-2.5", "1", 0, "-2"),
        ("3.5", "1", 0, "4"),
        ("0.0000000000000000000000000015", "0.1", 28, "0.0000000000000000000000000002"),
        ("1234567890123456.789", "0.031611", 6, "39025925574692.592557"),
        (
            "12345678901234567890.123456789012345678", "9876543210.0123456789", 6,
            "121932631124980947900000000000"
        ),
        ("1.0000000000000000000000000005", "1.0000000000000000000000000005", 10, "1"),
    ])
    func `a product is rounded half to even`(
        left: String,
        right: String,
        scale: Int,
        product: String
    ) throws {
        let (left, right) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
        #expect(left.multiplied(by: right, scale: scale)?.description == product)
    }

    @Test(arguments: [
        ("1", "3", 10, "0.3333333333"), ("2", "3", 28, "0.6666666666666666666666666667"),
        ("-1", "8", 2, "-0.12"), ("-3", "8", 2, "-0.38"), ("10", "4", 0, "2"),
        ("14", "4", 0, "4"), ("0.0000000000000000000000000001", "7", 28, "0"),
        (
            "99999999999999999999999999999999999999", "3", 0,
            "33333333333333333333333333333333333333"
        ),
        ("1", "99999999999999999999999999999999999999", 28, "0"),
        ("22", "7.0000000000000000000000000001", 20, "3.14285714285714285714"),
        ("1", "0.0000000000000000000000000001", 5, "10000000000000000000000000000"),
    ])
    func `a quotient is rounded half to even`(
        left: String,
        right: String,
        scale: Int,
        quotient: String
    ) throws {
        let (left, right) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
        #expect(left.divided(by: right, scale: scale)?.description == quotient)
    }

    @Test func `a division by zero, and results that do not fit, are nil`() throws {
        let (one, large) = (ExactDecimal(1), try #require(ExactDecimal("1e37")))
        #expect(one.divided(by: .zero, scale: 2) == nil)
        #expect(large.divided(by: try #require(ExactDecimal("0.001")), scale: 0) == nil)
        #expect(large.multiplied(by: large, scale: 0) == nil)
        #expect(large.multiplied(by: one, scale: 28) == nil)
        #expect(one.multiplied(by: one, scale: 29) == nil)
    }

    @Test(arguments: [("1.005", 2, "1"), ("1.015", 2, "1.02"), ("-1.5", 0, "-2"), ("7", 3, "7")])
    func `rounding is half to even`(text: String, scale: Int, rounded: String) throws {
        #expect(try #require(ExactDecimal(text)).rounded(to: scale).description == rounded)
    }

    @Test func `the same number is equal however it is written, and orders as a number`() throws {
        let (first, second) = (
            try #require(ExactDecimal("2.50")), try #require(ExactDecimal("2.5"))
        )
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
        let sorted = ["-1e30", "-2.5", "-2.49", "0", "1e-28", "2.4999", "2.50", "1e37"]
        let values = try sorted.map { try #require(ExactDecimal($0)) }
        #expect(values.reversed().sorted() == values)
        #expect(!(first < second) && !(second < first))
    }

    @Test(arguments: [("0.1", 0.1), ("-123.456", -123.456), ("1e30", 1e30), ("1e-28", 1e-28)])
    func `the binary number is the nearest one`(text: String, value: Double) throws {
        #expect(try #require(ExactDecimal(text)).double == value)
    }
}
