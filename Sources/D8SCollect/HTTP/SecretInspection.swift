/// What is wrong with the places in which secrets are kept; never what they are.
package struct SecretInspection: Hashable, Sendable {
    /// A sentence for each secret that cannot be read.
    package let missing: [String]
    /// A sentence for each file that others than its owner may read.
    package let exposed: [String]

    /// Looks at each of these once, in their order.
    package init(of secrets: [Secret]) {
        var seen: Set<Secret> = []
        let unique = secrets.filter { seen.insert($0).inserted }
        missing = unique.compactMap { secret in
            do throws(CollectError) {
                _ = try secret.value()
                return nil
            } catch {
                return error.description
            }
        }
        exposed = unique.filter(\.isReadableByOthers).map {
            "The secret \($0) may be read by others than its owner; chmod 600 mends it."
        }
    }
}

extension HTTPAccess {
    /// Everything secret that this access needs, for `Collector.secrets`: the key of the client's
    /// certificate too.
    package var secrets: [Secret] {
        [authorization?.secret, key.map(Secret.file)].compactMap(\.self)
    }
}
