package import D8SModel

/// A fault that was put into the demo on purpose, for a report to find.
package struct Plant: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Far more deployments need repair than before.
        case failRate = "change fail rate"
        /// Changes take far longer to reach production than before.
        case leadTime = "lead time"
        /// Nothing is deployed for far longer than the service's rhythm.
        case silence
        /// An incident stays open for far longer than others did.
        case openIncident = "open incident"
    }

    package let service: String
    package let kind: Kind
    /// The day on which it begins.
    package let since: Day
    /// What was planted, for people.
    package let sentence: String
}
