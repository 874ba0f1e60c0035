/// Why a program could not be started or listened to.
enum SubprocessError: Error, Hashable, Sendable {
    /// The system's words.
    case cannotStart(reason: String)
    case cannotRead(reason: String)
}
