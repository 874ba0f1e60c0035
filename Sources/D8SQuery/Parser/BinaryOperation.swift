/// An operator between two expressions, and which of their series belong together.
package struct BinaryOperation: Hashable, Sendable {
    package enum Operator: String, Hashable, Sendable {
        case or, and, unless, atan2
        case equal = "=="
        case notEqual = "!="
        case greaterOrEqual = ">="
        case greater = ">"
        case lessOrEqual = "<="
        case less = "<"
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case remainder = "%"
        case power = "^"

        var isSet: Bool { self == .or || self == .and || self == .unless }

        var isComparison: Bool {
            switch self {
            case .equal, .notEqual, .greaterOrEqual, .greater, .lessOrEqual, .less: true
            default: false
            }
        }

        /// The higher, the tighter it binds.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and, .unless: 2
            case .equal, .notEqual, .greaterOrEqual, .greater, .lessOrEqual, .less: 3
            case .add, .subtract: 4
            case .multiply, .divide, .remainder, .atan2: 5
            case .power: 6
            }
        }
    }

    package let `operator`: Operator
    package let left: Expression
    package let right: Expression
    /// Whether a comparison answers 0 and 1 instead of leaving series out.
    package let isBool: Bool
    package let matching: Matching
    /// Where the operator stands, in bytes of UTF-8.
    package let operatorPlace: Range<Int>
}

/// Which series of two vectors belong together: `on`, `ignoring`, `group_left`, `group_right`.
package struct Matching: Hashable, Sendable {
    package enum Group: String, Hashable, Sendable {
        case left = "group_left"
        case right = "group_right"
    }

    /// Whether only `labels` count (`on`) or all but them (`ignoring`).
    package var isOn = false
    package var labels: [String] = []
    /// The side that may have many series for one of the other; nil for one to one.
    package var group: Group?
    /// Labels taken over from the side of the one.
    package var included: [String] = []
    /// Whether the text says `on` or `ignoring` at all.
    package var isWritten = false
}
