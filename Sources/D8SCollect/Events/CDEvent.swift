import D8SModel

/// An event of the CDEvents specification (https://cdevents.dev, 0.3 and 0.4): what it is about, and
/// what happened to it.
struct CDEvent {
    /// What it is about: `service`, `incident`, `pipelinerun`.
    let subject: String
    /// What happened to it: `deployed`, `detected`, `started`.
    let predicate: String
    /// The same when the event is sent again.
    let id: String
    let time: Instant
    let subjectID: String
    /// Where the subject's id is unique; empty if nobody says.
    let subjectSource: String
    let content: JSONValue
    /// What the event's sender adds in its own way.
    private let custom: JSONValue?

    /// Reads `context` and `subject`; an envelope's time counts where the context has none.
    ///
    /// - Throws: `EventFault` if a part that every event has is missing or unusable.
    init(_ value: JSONValue, envelope: JSONValue?) throws(EventFault) {
        let context = value["context"] ?? .null, subject = value["subject"] ?? .null
        let type = context["type"]?.string ?? ""
        let words = type.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count >= 4, words[0] == "dev", words[1] == "cdevents" else {
            throw EventFault("context.type", "`\(type.abridged)` is no type of CDEvents")
        }
        self.subject = words[2].lowercased()
        predicate = words[3].lowercased()
        id = try Self.text(context, "id", "context.id")
        let stamp = context["timestamp"]?.text ?? envelope?["time"]?.text
        guard let stamp else { throw EventFault("context.timestamp", "is missing") }
        time = try EventFault.time(stamp, "context.timestamp")
        subjectID = try Self.text(subject, "id", "subject.id")
        subjectSource = subject["source"]?.text ?? context["source"]?.text ?? ""
        content = subject["content"] ?? .object([:])
        custom = value["customData"]
    }

    /// The subject's id where several sources' events come together.
    var key: String { Self.key(subjectID, subjectSource) }

    static func key(_ id: String, _ source: String) -> String {
        source.isEmpty ? id : "\(source)#\(id)"
    }

    /// What the sender adds under one of these names.
    func custom(_ names: String...) -> String? {
        names.lazy.compactMap { custom?[$0]?.text }.first { !$0.isEmpty }
    }

    private static func text(
        _ value: JSONValue,
        _ name: String,
        _ path: String
    ) throws(EventFault) -> String {
        guard let text = value[name]?.text, !text.isEmpty else {
            throw EventFault(path, "is missing")
        }
        return text
    }
}
