import D8SCollect

/// What there is to say about one secret, without its value.
struct SecretCheck {
    /// Why it cannot be used; nil if it can.
    let fault: String?
    /// What is not as safe as it should be; nil if all is well.
    let warning: String?

    init(_ secret: Secret) {
        do throws(CollectError) {
            _ = try secret.value()
            fault = nil
        } catch {
            fault = "FAILED  \(error)"
        }
        warning = secret.exposure.map { "WARNING \($0)" }
    }
}
