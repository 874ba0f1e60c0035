/// The version of D8S, printed by `d8s --version` and in every edition.
enum Version {
    static let current = "0.1.0"
}
