extension ItemsDocument {
    /// What `items.json` holds, for the data dictionary; a dot leads into an object.
    static let members: [DataSet.Column] = [
        .init(name: "schema", type: "integer", meaning: "1; a later form has another number."),
        .init(name: "organisation", type: "text", meaning: "Whose edition it is."),
        .init(name: "night", type: "day", meaning: "Name of the night."),
        .init(name: "zone", type: "text", meaning: "Time zone of its days (IANA)."),
        .init(name: "as_of", type: "instant", meaning: "What the edition is about."),
        .init(name: "valid_until", type: "instant", meaning: "Until when it holds."),
        .init(name: "generator", type: "text", meaning: "The version of D8S that made it."),
        .init(name: "checked", type: "object", meaning: "things by noun, sources, tests."),
        .init(name: "items", type: "list", meaning: "What needs attention, in rank order."),
        .init(name: "accepted", type: "list", meaning: "What is accepted, in the same form."),
        .init(name: "resolved", type: "list", meaning: "Ids of what is gone since last night."),
        .init(name: "unseen", type: "list", meaning: "Ids whose sources are silent tonight."),
        .init(name: "items.id", type: "text", meaning: "Stable across nights."),
        .init(name: "items.severity", type: "text", meaning: "critical, warning or info."),
        .init(name: "items.ranked_because", type: "text", meaning: "Why it stands where it does."),
        .init(
            name: "items.life",
            type: "object",
            meaning: "state, night, first_night, due, acceptance (reason, owner, until)."
        ),
        .init(
            name: "items.findings",
            type: "list",
            meaning: "The cause first: rule, entity, owner, severity, since, magnitude, "
                + "confidence, reach, measure, baseline, statements by audience, actions, "
                + "method, commands."
        ),
        .init(name: "items.pages", type: "object", meaning: "Its page for each audience."),
    ]
}
