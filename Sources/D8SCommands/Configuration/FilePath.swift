import Foundation

/// Pure arithmetic on paths with `/`.
enum FilePath {
    /// The name after the last `/`; the path itself if it has none.
    static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// `path` as seen from `folder`, without `.` and `..`; an absolute path stays where it is and
    /// `~/` is the home folder.
    static func absolute(_ path: String, in folder: String) -> String {
        let expanded = NSString(string: path).expandingTildeInPath
        let joined = expanded.hasPrefix("/") ? expanded : folder + "/" + expanded
        var parts: [Substring] = []
        for part in joined.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The folder that holds this path.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/")
    }

    /// An absolute path as it is written in a file in `folder`: relative if it is in it or above it.
    static func relative(_ path: String, to folder: String) -> String {
        let parts = path.split(separator: "/"), base = folder.split(separator: "/")
        let shared = zip(parts, base).prefix { $0 == $1 }.count
        if shared == base.count, shared == parts.count { return "." }
        guard shared == base.count || shared == parts.count else { return path }
        let steps = Array(repeating: "..", count: base.count - shared) + parts.dropFirst(shared)
        return steps.joined(separator: "/")
    }
}
