import D8SModel

/// Turns events into records: CloudEvents with CDEvents in them, CDEvents of their own, and events of
/// D8S' own kinds.
struct EventReader {
    private var merge = EventMerge()
    private var own: OwnEvents
    private var batches = BatchCollector()
    /// How many events there were of each type that is not known.
    private var unknown: [ExactName: Int] = [:]
    private(set) var newest: Instant?

    private static let mostTypes = 1000

    init(zone: Zone?) {
        own = OwnEvents(zone: zone)
    }

    /// Takes one event.
    mutating func take(_ value: JSONValue, line: Int) throws(EventFault) {
        if value["specversion"] != nil, value["context"] == nil {
            try takeCloudEvent(value, line)
        } else if value["context"] != nil, value["subject"] != nil {
            try takeCDEvent(try CDEvent(value, envelope: nil))
        } else if let type = value["type"]?.string {
            try takeOwn(value, type, line)
        } else {
            throw EventFault("type", "is missing: this is no event")
        }
        if merge.isFull { merge.drain(into: &batches) }
    }

    /// Hands on what was gathered: when it is enough for a batch, or at the end whatever it is.
    mutating func flush(isLast: Bool, to sink: RecordSink) throws(CollectError) {
        if isLast { merge.drain(into: &batches) }
        guard isLast || batches.isFull, let batch = batches.take() else { return }
        try deliver(batch, to: sink)
    }

    /// What was left out, as sentences.
    var notes: [String] {
        let types = unknown.sorted { $0.key < $1.key }
        let all = types.map(\.value).reduce(0, +)
        let shown = types.prefix(10).map { "\($0.key.text.abridged) (\($0.value))" }
        let more = types.count > shown.count ? " and others" : ""
        let sentence =
            "Events of types that tell nothing of a record: \(all), of type "
            + shown.joined(separator: ", ") + more + "."
        return (all > 0 ? [sentence] : []) + merge.notes + own.notes
    }

    /// CloudEvents 1.0, JSON format; `data` or `data_base64` holds the event itself.
    private mutating func takeCloudEvent(_ value: JSONValue, _ line: Int) throws(EventFault) {
        let type = value["type"]?.string ?? ""
        let isCDEvent = type.hasPrefix("dev.cdevents.")
        guard isCDEvent || OwnEvents.kind(type) != nil else { return count(type) }
        let data = try Self.data(of: value)
        guard isCDEvent else { return try takeOwn(data, type, line) }
        try takeCDEvent(try CDEvent(data, envelope: value))
    }

    private static func data(of value: JSONValue) throws(EventFault) -> JSONValue {
        if let data = value["data"], data.members != nil { return data }
        guard let text = value["data_base64"]?.string else {
            throw EventFault("data", "is no JSON object")
        }
        guard let bytes = Base64Text.bytes(text) else {
            throw EventFault("data_base64", "is no Base64")
        }
        do throws(JSONFault) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw EventFault("data_base64", "is no JSON at \(error)")
        }
    }

    private mutating func takeCDEvent(_ event: CDEvent) throws(EventFault) {
        guard event.isKnown else {
            return count("dev.cdevents.\(event.subject).\(event.predicate)")
        }
        try event.add(to: &merge, &batches)
        newest = max(newest ?? event.time, event.time)
    }

    private mutating func takeOwn(
        _ value: JSONValue,
        _ type: String,
        _ line: Int
    ) throws(EventFault) {
        guard let kind = OwnEvents.kind(type) else { return count(type) }
        if let time = try own.read(value, kind, line: line, into: &batches) {
            newest = max(newest ?? time, time)
        }
    }

    private mutating func count(_ type: String) {
        let name = ExactName(text: type)
        let isRoom = unknown.count < Self.mostTypes || unknown[name] != nil
        unknown[isRoom ? name : ExactName(text: "others"), default: 0] += 1
    }
}
