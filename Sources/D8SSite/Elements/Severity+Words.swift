import D8SCharts
import D8SModel

extension Severity {
    var title: String { word.capitalisedFirst }

    /// What it asks for: `, act today`; empty if it asks for nothing.
    var demand: String {
        switch self {
        case .critical: ", act today"
        case .warning: ", act this week"
        case .info: ""
        }
    }

    var ink: Ink {
        switch self {
        case .critical: .critical
        case .warning: .warning
        case .info: .info
        }
    }
}
