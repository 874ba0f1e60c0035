import Glibc

extension PublishError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unfitTarget(let path, let unfitness):
            "cannot publish into \(path): \(unfitness.sentence)"
        case .foreignFiles(let target, let paths, let count):
            Self.foreign(target, paths, count)
        case .unfitSite(let faults):
            Self.site(faults)
        case .notMade(let reason):
            reason
        case .locked(let target, let pid):
            "another job is publishing into \(target)"
                + (pid.map { " (process \($0))" } ?? "")
                + "; wait until it is done, or stop it"
        case .system(let operation, let path, let code):
            "cannot \(operation) \(path): \(String(cString: strerror(code)))"
        case .stopped:
            "publishing was stopped"
        }
    }

    private static func foreign(_ target: String, _ paths: [String], _ count: Int) -> String {
        let names = paths.map { "  \($0.shown)" }.joined(separator: "\n")
        let more = count > paths.count ? "\n  and \(count - paths.count) more" : ""
        return """
            \(target) holds files that are not part of an edition, and publishing would delete \
            them; move them elsewhere or choose another folder:
            \(names)\(more)
            """
    }

    private static func site(_ faults: [SiteFault]) -> String {
        let head = "the site is not fit to be published: "
        guard faults.count > 1 else { return head + (faults.first?.description ?? "") }
        let shown = faults.prefix(200).map { "  \($0)" }.joined(separator: "\n")
        let more = faults.count > 200 ? "\n  and \(faults.count - 200) more" : ""
        return "\(head)\(faults.count) faults\n\(shown)\(more)"
    }
}

extension PublishError.Unfitness {
    fileprivate var sentence: String {
        switch self {
        case .empty: "the path is empty or holds a NUL character; name a folder"
        case .root: "it is the root of the file system; name a folder of its own"
        case .home: "it is the home folder; name a folder inside it"
        case .notAFolder: "it is not a folder; remove it or name another path"
        case .repository: "it holds a git repository (.git); name a folder inside it"
        case .mountPoint:
            "it is a mount point, which cannot be swapped as a whole; name a folder inside it"
        case .parentNotWritable:
            "the folder above it is not writable, so the edition cannot be swapped as a whole; "
                + "name a folder inside it"
        case .tooManyLinks: "its symbolic links lead in a circle; mend them"
        }
    }
}

extension String {
    /// A name from outside, on one line and not too long for a message.
    var shown: String {
        let plain = unicodeScalars.prefix(200).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return plain.joined() + (unicodeScalars.count > 200 ? "…" : "")
    }
}
