/// A resource quantity as Kubernetes writes them: `100m`, `1.5Gi`, `2e3`, `128974848`.
///
/// The grammar is that of `k8s.io/apimachinery/pkg/api/resource`: a number with a sign and a point,
/// then a suffix: binary (`Ki` to `Ei`), decimal (`n`, `u`, `m`, none, `k` to `E`) or an exponent
/// (`e3`, `E-3`).
enum Quantity {
    /// No real quantity is longer, and a reader should not be kept busy by one.
    private static let lengthLimit = 64

    /// The double nearest to what the text says, in cores, bytes or pieces; nil if it is no quantity
    /// or too large for a double.
    static func value(_ text: String) -> Double? {
        guard text.utf8.count <= lengthLimit, let split = numberEnd(text.utf8) else { return nil }
        let number = text.utf8[..<split], suffix = text.utf8[split...]
        guard let factor = factor(Substring(suffix)) else { return nil }
        switch factor {
        case .ten(let exponent): return finite(Double("\(Substring(number))e\(exponent)"))
        // A power of two changes the exponent only, so that nothing is rounded twice.
        case .two(let exponent):
            return finite(
                Double(Substring(number)).map {
                    $0 * Double(sign: .plus, exponent: exponent, significand: 1)
                }
            )
        }
    }

    private enum Factor {
        case ten(Int), two(Int)
    }

    private static func finite(_ value: Double?) -> Double? {
        value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Where `[+-]digits[.digits]` ends, with a digit before or after the point; nil if there is none.
    private static func numberEnd(_ text: Substring.UTF8View) -> String.Index? {
        var rest = text
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
            rest = rest.dropFirst()
        }
        let whole = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(whole.count)
        var digits = whole.count
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: \.isDigit)
            digits += fraction.count
            rest = rest.dropFirst(1 + fraction.count)
        }
        return digits > 0 ? rest.startIndex : nil
    }

    private static func numberEnd(_ text: String.UTF8View) -> String.Index? {
        numberEnd(text[...])
    }

    private static func factor(_ suffix: Substring) -> Factor? {
        switch suffix {
        case "": .ten(0)
        case "n": .ten(-9)
        case "u": .ten(-6)
        case "m": .ten(-3)
        case "k": .ten(3)
        case "M": .ten(6)
        case "G": .ten(9)
        case "T": .ten(12)
        case "P": .ten(15)
        case "E": .ten(18)
        case "Ki": .two(10)
        case "Mi": .two(20)
        case "Gi": .two(30)
        case "Ti": .two(40)
        case "Pi": .two(50)
        case "Ei": .two(60)
        default: exponent(suffix)
        }
    }

    /// Reads `e3`, `E+3` or `e-3`.
    private static func exponent(_ suffix: Substring) -> Factor? {
        guard suffix.first == "e" || suffix.first == "E" else { return nil }
        return Int(suffix.dropFirst()).flatMap { abs($0) <= 999 ? .ten($0) : nil }
    }
}
