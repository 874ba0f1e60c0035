internal import Glibc

/// Functions of a number, by their names in PromQL.
enum MathFunctions {
    static func named(_ name: String) -> ((Double) -> Double)? { all[name] }

    private static let all: [String: @Sendable (Double) -> Double] = [
        "abs": { $0.magnitude },
        "acos": { acos($0) },
        "acosh": { acosh($0) },
        "asin": { asin($0) },
        "asinh": { asinh($0) },
        "atan": { atan($0) },
        "atanh": { atanh($0) },
        "ceil": { $0.rounded(.up) },
        "cos": { cos($0) },
        "cosh": { cosh($0) },
        "deg": { $0 * 180 / .pi },
        "exp": { exp($0) },
        "floor": { $0.rounded(.down) },
        "ln": { log($0) },
        "log10": { log10($0) },
        "log2": { log2($0) },
        "rad": { $0 * .pi / 180 },
        "sgn": { $0 < 0 ? -1 : $0 > 0 ? 1 : $0 },
        "sin": { sin($0) },
        "sinh": { sinh($0) },
        "sqrt": { $0.squareRoot() },
        "tan": { tan($0) },
        "tanh": { tanh($0) },
    ]
}
