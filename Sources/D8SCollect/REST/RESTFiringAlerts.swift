import D8SModel

/// Which alerts a list of the present held, so that one that is gone from the next has ended.
///
/// It looks after alerts whose end is not known. A list that is asked for by times is no list of
/// the present: what it lacks may only be too old for it.
struct RESTFiringAlerts {
    private let cursor: String
    private let before: [Series: Instant]
    private var firing: [Series: Instant] = [:]
    private var ended: [Series: Instant] = [:]

    /// Nil if the request brings no alerts, or is no list of the present.
    ///
    /// With another address, which says another filter, it is another list.
    init?(_ request: RESTRequest, at url: String, cursors: [String: String]) {
        guard request.mappings.contains(where: { $0.kind == .alerts }), request.progress == nil,
            !request.call.isAboutTimes
        else { return nil }
        cursor = "\(request.name).firing.\(String(Self.digest(url), radix: 16))"
        before = FiringAlerts.decoded(cursors[cursor])
    }

    mutating func saw(_ alerts: [Alert]) {
        for alert in alerts {
            if alert.ended == nil {
                firing[alert.series] = alert.started
            } else {
                ended[alert.series] = alert.started
            }
        }
    }

    /// The ends of the alerts that are gone now that the list has been read to its end, and what
    /// the next collection has to know.
    ///
    /// None has ended as far as is known unless every row could be read (`isWhole`): it may be one
    /// of those that could not.
    func batch(at now: Instant, isWhole: Bool) -> RecordBatch {
        guard isWhole else {
            let known = before.merging(firing) { _, new in new }
            return RecordBatch(cursors: [cursor: FiringAlerts.encoded(known)])
        }
        let gone = before.filter { firing[$0.key] != $0.value && ended[$0.key] != $0.value }
        let alerts = gone.sorted { $0.key < $1.key }.map { series, started in
            let next = firing[series].flatMap { $0 > started ? $0 : nil } ?? now
            return Alert(series: series, started: started, ended: max(started, min(next, now)))
        }
        var batch = RecordBatch(alerts: alerts)
        batch.cursors[cursor] = FiringAlerts.encoded(firing)
        return batch
    }

    /// FNV-1a, so that no address stands in the history.
    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension RESTCall {
    /// Whether it asks for rows of certain times.
    fileprivate var isAboutTimes: Bool {
        let texts = [path] + query.flatMap { [$0.name, $0.value] } + (body?.texts ?? [])
        return texts.contains { $0.pieces.contains { if case .time = $0 { true } else { false } } }
    }
}

extension RESTBody {
    /// Every text with placeholders.
    fileprivate var texts: [RESTTemplate] {
        switch self {
        case .literal: []
        case .text(let template): [template]
        case .list(let elements): elements.flatMap(\.texts)
        case .map(let members): members.flatMap(\.value.texts)
        }
    }
}
