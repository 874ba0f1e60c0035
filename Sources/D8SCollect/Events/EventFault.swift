import D8SModel

/// Why an event cannot be used.
struct EventFault: Error {
    /// The path of the member at fault; nil for the event as a whole.
    let member: String?
    /// A sentence without its subject: `is missing`.
    let reason: String

    init(_ member: String?, _ reason: String) {
        self.member = member
        self.reason = reason
    }

    /// RFC 3339.
    static func time(_ text: String, _ member: String) throws(EventFault) -> Instant {
        switch TimeText.read(Array(text.utf8)[...], zone: nil) {
        case .success(let instant): return instant
        case .failure(let fault): throw EventFault(member, fault.reason(text.abridged))
        }
    }
}
