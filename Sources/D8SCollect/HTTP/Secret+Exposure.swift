import Glibc

extension Secret {
    /// A sentence that says why the secret cannot be read; nil if it can.
    package var fault: String? {
        do throws(CollectError) {
            _ = try value()
            return nil
        } catch {
            return error.description
        }
    }

    /// A sentence that says that others than its owner may read the secret's file; nil if they may
    /// not, if there is none, and for a variable.
    package var exposure: String? {
        guard case .file(let path) = self else { return nil }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o044 != 0 else { return nil }
        return "The secret \(self) may be read by others than its owner; chmod 600 mends it."
    }
}

extension HTTPAccess {
    /// Everything secret that this access needs, for `Collector.secrets`: the key of the client's
    /// certificate too.
    package var secrets: [Secret] {
        [authorization?.secret, key.map(Secret.file)].compactMap(\.self)
    }
}
