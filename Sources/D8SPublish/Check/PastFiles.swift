import D8SModel

/// The files that past editions will have when the night is published.
struct PastFiles: Sendable {
    let contents: TargetContents
    let nights: Set<Day>

    /// Whether `editions/<date>/…` will lead to a file.
    @Sendable func has(_ path: String) -> Bool {
        let parts = path.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, parts[0] == "editions", let night = Day(iso8601: parts[1]),
            nights.contains(night)
        else { return false }
        // Tonight's past is still the target itself.
        let old = night == contents.record?.night ? String(parts[2]) : path
        return (try? Disk.status(contents.folder + "/" + old)).flatMap(\.self).map(Disk.isFile)
            ?? false
    }
}
