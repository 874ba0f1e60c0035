internal import Glibc

extension BinaryOperation.Operator {
    /// What the operator makes of two numbers; a comparison gives 0 or 1.
    var function: (Double, Double) -> Double {
        switch self {
        case .add: { $0 + $1 }
        case .subtract: { $0 - $1 }
        case .multiply: { $0 * $1 }
        case .divide: { $0 / $1 }
        case .remainder: { fmod($0, $1) }
        case .power: { pow($0, $1) }
        case .atan2: { Glibc.atan2($0, $1) }
        default: { [comparison = self.comparison] in comparison($0, $1) ? 1 : 0 }
        }
    }

    var comparison: (Double, Double) -> Bool {
        switch self {
        case .equal: { $0 == $1 }
        case .notEqual: { $0 != $1 }
        case .greater: { $0 > $1 }
        case .greaterOrEqual: { $0 >= $1 }
        case .less: { $0 < $1 }
        case .lessOrEqual: { $0 <= $1 }
        default: { _, _ in false }
        }
    }
}
