import D8SModel

/// What the placeholders of a template stand for.
struct RESTValues: Sendable {
    var parameters: [String: String]
    var since: Instant
    var until: Instant
    var now: Instant
    var cursor = ""

    /// The template's text; a value that a row lacks is empty.
    ///
    /// Each value that stands for a placeholder is put through `encoded`.
    func text(
        _ template: RESTTemplate,
        of row: RESTRow? = nil,
        encoded: (String) -> String = { $0 }
    ) -> String {
        template.pieces.map { piece in
            if case .literal(let text) = piece { text } else { encoded(value(piece, of: row)) }
        }.joined()
    }

    private func value(_ piece: RESTTemplate.Piece, of row: RESTRow?) -> String {
        switch piece {
        case .literal(let text): text
        case .parameter(let name): parameters[name] ?? ""
        case .time(let time, let format): format.text(instant(time))
        case .cursor: cursor
        case .path(let path): row.flatMap { path.values(in: $0).first?.text } ?? ""
        }
    }

    private func instant(_ time: RESTTime) -> Instant {
        switch time {
        case .since: since
        case .until: until
        case .now: now
        }
    }
}
