import Testing

@testable import D8SCollect

/// Quantities as `k8s.io/apimachinery/pkg/api/resource` documents and tests them (`quantity.go`,
/// `quantity_test.go`).
struct QuantityTests {
    private static let table: [(String, Double)] = [
        ("0", 0), ("0n", 0), ("0Ki", 0), ("5", 5), ("+3", 3), ("-1", -1),
        ("100m", 0.1), ("250m", 0.25), ("1500m", 1.5), ("0.1", 0.1), (".5", 0.5), ("5.", 5),
        ("123n", 1.23e-7), ("12345678n", 0.012345678), ("7u", 7e-6),
        ("1k", 1e3), ("1M", 1e6), ("1G", 1e9), ("1T", 1e12), ("1P", 1e15), ("1E", 1e18),
        ("1Ki", 1024), ("1Mi", 1_048_576), ("1Gi", 1_073_741_824), ("1.5Gi", 1_610_612_736),
        ("1Ti", 1_099_511_627_776), ("1Pi", 1_125_899_906_842_624),
        ("7Ei", 8_070_450_532_247_928_832), ("1.01Ei", 1.01 * 1_152_921_504_606_846_976),
        ("2e3", 2000), ("1E3", 1000), ("1.5e6", 1_500_000), ("2E-3", 0.002), ("1e+2", 100),
        // The five that quantity.go calls roughly the same value.
        ("128974848", 128_974_848), ("129e6", 129_000_000), ("129M", 129_000_000),
        ("128974848000m", 128_974_848), ("123Mi", 128_974_848),
    ]

    @Test(arguments: table)
    func `a quantity is the number that Kubernetes documents`(text: String, value: Double) {
        #expect(Quantity.value(text) == value)
    }

    @Test(arguments: [
        "", "1.1.M", "1+1.0M", "0.1mi", "0.1am", "aoeu", ".5i", "1i", "-3.01i", "-3.01e-",
        // Neither space nor words of other number formats.
        " 1", "1 ", "1e", "inf", "nan", "0x10", "1_000", "1K", "1ki", "１", ".", "-", "e3", "1e3Mi",
        "1e99999", String(repeating: "9", count: 400),
    ])
    func `what the grammar does not have is no quantity`(text: String) {
        #expect(Quantity.value(text) == nil)
    }
}
