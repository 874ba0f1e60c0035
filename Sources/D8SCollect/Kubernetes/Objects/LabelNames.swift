import D8SModel

/// Names of Kubernetes' labels and resources as kube-state-metrics writes them for Prometheus.
enum LabelNames {
    /// `app.kubernetes.io/name` with the prefix `label` becomes `label_app_kubernetes_io_name`.
    ///
    /// Where two names become one, all of them get `_conflict1`, `_conflict2` … in their order.
    static func prefixed(_ prefix: String, _ labels: JSONValue?) -> [Label] {
        let members = labels?.sortedMembers ?? []
        let names = members.map { "\(prefix)_\(snakeCase(sanitized($0.key)))" }
        let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return zip(names, members).compactMap { name, member in
            guard let value = member.value.string else { return nil }
            guard counts[name, default: 1] > 1 else { return Label(name, value) }
            seen[name, default: 0] += 1
            return Label("\(name)_conflict\(seen[name, default: 1])", value)
        }
    }

    /// Every character but ASCII letters, digits and `_` becomes `_`.
    static func sanitized(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            result.unicodeScalars.append(isNameCharacter(scalar) ? scalar : "_")
        }
        return result
    }

    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    /// `nodeRole` becomes `node_role`.
    private static func snakeCase(_ name: String) -> String {
        var result: [UInt8] = []
        var followsSmall = false
        for byte in name.utf8 {
            let isCapital = byte &- UInt8(ascii: "A") < 26
            if isCapital, followsSmall { result.append(UInt8(ascii: "_")) }
            followsSmall = byte.isDigit || byte &- UInt8(ascii: "a") < 26
            result.append(isCapital ? byte | 0x20 : byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
