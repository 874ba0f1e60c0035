/// Why a rule had no result at an instant.
struct RuleFault: Error, Hashable {
    var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
