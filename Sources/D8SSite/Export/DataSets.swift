import D8SAnalysis
import D8SModel

/// The tables that an edition exports.
enum DataSets {
    /// All of them, in the order of the data dictionary.
    static func all(_ edition: Edition) -> [DataSet] {
        let services = edition.input.delivery.services
        return [
            measures(services), weeks(services), deployments(services), leadTimes(services),
            items(edition.allItems), sources(edition.input.sources),
        ]
    }

    static func weeks(_ services: [ServiceDelivery]) -> DataSet {
        DataSet(
            name: "weeks",
            about: "Delivery of each service in each ISO week, oldest first.",
            columns: [
                .init(name: "service", type: "text", meaning: "Name of the service."),
                .init(name: "week", type: "text", meaning: "ISO 8601 week, for example 2026-W47."),
                .init(name: "start", type: "instant", meaning: "First instant of the week."),
                .init(name: "deployments", type: "integer", meaning: "Successful deployments."),
                .init(
                    name: "deployment_days",
                    type: "integer",
                    meaning: "Days with at least one of them."
                ),
                .init(
                    name: "attempts",
                    type: "integer",
                    meaning: "Completed attempts, successful or not."
                ),
                .init(
                    name: "failures",
                    type: "integer",
                    meaning: "Attempts that needed intervention."
                ),
                .init(name: "reworks", type: "integer", meaning: "Deployments that were rework."),
                .init(name: "changes", type: "integer", meaning: "Changes first deployed."),
                .init(
                    name: "median_lead_time",
                    type: "number",
                    meaning: "Median lead time of these in seconds; empty without changes."
                ),
                .init(
                    name: "median_recovery",
                    type: "number",
                    meaning: "Median recovery in seconds (Kaplan–Meier); empty if unknown."
                ),
            ],
            count: services.reduce(0) { $0 + $1.weeks.count }
        ) { body in
            for service in services {
                for week in service.weeks {
                    body([
                        .text(service.service.name), .text(week.week.description),
                        .instant(week.start), .whole(week.deployments),
                        .whole(week.deploymentDays), .whole(week.attempts), .whole(week.failures),
                        .whole(week.reworks), .whole(week.changes),
                        .optional(week.medianLeadTime), .optional(week.medianRecovery),
                    ])
                }
            }
        }
    }

    static func leadTimes(_ services: [ServiceDelivery]) -> DataSet {
        DataSet(
            name: "lead-times",
            about: "Lead time of every change first deployed in the window, ascending.",
            columns: [
                .init(name: "service", type: "text", meaning: "Name of the service."),
                .init(name: "lead_time", type: "number", meaning: "Lead time in seconds."),
            ],
            count: services.reduce(0) { $0 + $1.leadTimes.count }
        ) { body in
            for service in services {
                let name = DataValue.text(service.service.name)
                for leadTime in service.leadTimes { body([name, .number(leadTime)]) }
            }
        }
    }

    static func sources(_ sources: [SourceState]) -> DataSet {
        DataSet(
            name: "sources",
            about: "What is known of each source's collections.",
            columns: [
                .init(name: "source", type: "text", meaning: "Name of the source."),
                .init(name: "kind", type: "text", meaning: "How it is read."),
                .init(
                    name: "interval",
                    type: "number",
                    meaning: "Seconds between collections that are still fresh; empty: none set."
                ),
                .init(name: "last_success", type: "instant", meaning: "Last good collection."),
                .init(name: "last_attempt", type: "instant", meaning: "Last collection tried."),
                .init(name: "newest_event", type: "instant", meaning: "Newest event it brought."),
                .init(name: "rejected", type: "integer", meaning: "Rows it could not use."),
                .init(
                    name: "last_error",
                    type: "text",
                    meaning: "What went wrong; empty if nothing."
                ),
            ],
            count: sources.count
        ) { body in
            for source in sources {
                body([
                    .text(source.name), .text(source.kind), .optional(source.interval),
                    .optional(source.lastSuccess), .optional(source.lastAttempt),
                    .optional(source.newestEvent), .whole(source.rejected),
                    .optional(source.lastError),
                ])
            }
        }
    }
}
