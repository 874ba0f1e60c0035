import D8SAnalysis
import D8SModel

extension DataSets {
    static func measures(_ services: [ServiceDelivery]) -> DataSet {
        DataSet(
            name: "measures",
            about: "Every delivery measure of every service, in the window and in the one before.",
            columns: columns,
            count: services.reduce(0) { $0 + $1.now.all.count + $1.before.all.count }
        ) { body in
            for service in services {
                for measure in service.now.all { body(row(measure, of: service, "now")) }
                for measure in service.before.all { body(row(measure, of: service, "before")) }
            }
        }
    }

    private static let columns: [DataSet.Column] = [
        .init(name: "service", type: "text", meaning: "Name of the service."),
        .init(name: "team", type: "text", meaning: "Team that owns it; empty if unknown."),
        .init(name: "environment", type: "text", meaning: "Environment that is measured."),
        .init(name: "measure", type: "text", meaning: "Key of the measure."),
        .init(name: "period", type: "text", meaning: "now, or before (the window before)."),
        .init(name: "from", type: "instant", meaning: "Start of the window, inclusive."),
        .init(name: "to", type: "instant", meaning: "End of the window, exclusive."),
        .init(name: "value", type: "number", meaning: "Empty: not enough data (never 0)."),
        .init(
            name: "unit",
            type: "text",
            meaning: "ratio (0 to 1), seconds, perDay, daysPerWeek or count."
        ),
        .init(name: "n", type: "integer", meaning: "Observations behind the value."),
        .init(name: "k", type: "integer", meaning: "For a ratio: how many of the n."),
        .init(name: "low", type: "number", meaning: "Lower end of the interval."),
        .init(name: "high", type: "number", meaning: "Upper end of the interval."),
        .init(name: "confidence", type: "number", meaning: "Confidence of the interval."),
        .init(name: "method", type: "text", meaning: "How value and interval were computed."),
        .init(name: "grades", type: "text", meaning: "edition=level, separated by semicolons."),
        .init(name: "note", type: "text", meaning: "Why there is no value or level."),
    ]

    private static func row(
        _ measure: Measure,
        of service: ServiceDelivery,
        _ period: String
    ) -> [DataValue] {
        [
            .text(service.service.name), .optional(service.service.team),
            .text(service.environment), .text(measure.name.rawValue), .text(period),
            .instant(measure.window.start), .instant(measure.window.end),
            .optional(measure.value), .text(measure.unit.rawValue), .whole(measure.n),
            .optional(measure.k), .optional(measure.interval?.low),
            .optional(measure.interval?.high), .optional(measure.interval?.confidence),
            .text(measure.method),
            .text(measure.grades.map { "\($0.edition)=\($0.label)" }.joined(separator: ";")),
            .optional(measure.note),
        ]
    }
}
