import D8SCollect
import Foundation

/// What there is to say about one secret, without its value.
struct SecretCheck {
    /// Why it cannot be used; nil if it can.
    let fault: String?
    /// What is not as safe as it should be; nil if all is well.
    let warning: String?

    init(_ secret: Secret) {
        switch secret {
        case .environment(let name):
            let isSet = ProcessInfo.processInfo.environment[name]?.isEmpty == false
            fault = isSet ? nil : "FAILED  the environment variable \(name) is not set"
            warning = nil
        case .file(let path):
            fault =
                FileManager.default.isReadableFile(atPath: path)
                ? nil : "FAILED  the secret file \(path) cannot be read"
            warning = nil
        }
    }
}
