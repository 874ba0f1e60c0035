import D8SModel

/// From one tick of a time axis to the next.
enum TimeStep: Hashable {
    case minutes(Int)
    case hours(Int)
    case days(Int)
    /// Beginning on Mondays.
    case weeks(Int)
    case months(Int)
    case years(Int)

    /// From the finest to the coarsest.
    static let all: [TimeStep] =
        [1, 2, 5, 10, 15, 30].map { .minutes($0) }
        + [1, 2, 3, 6, 12].map { .hours($0) }
        + [.days(1), .days(2), .weeks(1), .weeks(2), .months(1), .months(2), .months(3)]
        + [.months(6)]
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { .years($0) }

    /// About how long it is, in seconds.
    var seconds: Double {
        switch self {
        case .minutes(let count): Double(count) * 60
        case .hours(let count): Double(count) * 3600
        case .days(let count): Double(count) * 86_400
        case .weeks(let count): Double(count) * 604_800
        case .months(let count): Double(count) * 2_629_746
        case .years(let count): Double(count) * 31_556_952
        }
    }
}
