import Foundation

/// A change that begins at midnight in a healthy series.
enum PlantedChange: CaseIterable {
    case shiftOfOne, shiftOfTwo, shiftOfThree, slope, spike, swings, season

    /// As it is called in a table.
    var name: String {
        switch self {
        case .shiftOfOne: "shift of 1 sigma"
        case .shiftOfTwo: "shift of 2 sigma"
        case .shiftOfThree: "shift of 3 sigma"
        case .slope: "slope of 0.2 sigma a day"
        case .spike: "three hours at 8 sigma"
        case .swings: "swings of 3 sigma from hour to hour"
        case .season: "season of 2 sigma upside down"
        }
    }

    /// The values of the night that is so many after the change, 0 the first.
    ///
    /// A season that is turned over needs one: 20 units in the seasonal series.
    func applied(to values: [Double], of kind: MadeSeries.Kind, night: Int) -> [Double] {
        let sigma = kind.deviation
        return values.enumerated().map { hour, value in
            switch self {
            case .shiftOfOne: value + sigma
            case .shiftOfTwo: value + 2 * sigma
            case .shiftOfThree: value + 3 * sigma
            case .slope: value + 0.2 * sigma * (Double(night) + Double(hour) / 24)
            case .spike: night == 0 && (9..<12).contains(hour) ? value + 8 * sigma : value
            case .swings: value + (Self.isUp(hour, night) ? 3 : -3) * sigma
            case .season: value - 40 * sin(Double(hour + 1) / 12 * .pi)
            }
        }
    }

    /// Whether an hour of a night swings up: twelve of 24, in no rhythm.
    private static func isUp(_ hour: Int, _ night: Int) -> Bool {
        0xC9_A56A >> ((hour + 5 * night) % 24) & 1 == 1
    }
}
