import D8SAnalysis
import D8SModel
import D8SQuery

extension String {
    /// Whether a query of this text may be about events; a metric of them stands in it by name.
    var asksForEvents: Bool { contains(EventSeries.prefix) }
}

extension Pack {
    /// Whether the pack is about events, if only in part.
    var asksForEvents: Bool {
        (needs + measures.map(\.query) + panels.map(\.query)).contains(where: \.asksForEvents)
    }
}

extension QueryRule {
    /// Whether the rule is about events; the templates of an alert may ask for them too.
    var asksForEvents: Bool {
        var texts = [expression] + labels.map(\.value)
        if case .alerting(let terms) = kind { texts += terms.annotations.map(\.value) }
        return texts.contains(where: \.asksForEvents)
    }
}

extension CostUnit {
    /// Whether its number is that of events as series.
    var asksForEvents: Bool {
        guard case .query(let expression) = count else { return false }
        return expression.asksForEvents
    }
}
