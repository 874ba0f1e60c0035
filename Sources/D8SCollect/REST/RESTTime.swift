/// The times that a request may name.
package enum RESTTime: String, Hashable, Sendable, CaseIterable {
    /// From when on rows are wanted.
    case since
    /// Until when rows are wanted: now, or the end of the request's window.
    case until
    /// When the collection began.
    case now
}
