import Glibc

/// The files of costs that paths name, put together to exports.
enum CostFileList {
    /// The exports: the files of one folder are the parts of one, or each file is one.
    ///
    /// Folders are looked through with those inside them, for files that end in `.csv` or `.gz`.
    /// Sorted by their paths' bytes, so that of exports with dates in their names the last one
    /// comes last.
    static func exports(
        _ paths: [String],
        _ unit: FocusFiles.Unit
    ) throws(CollectError) -> [[String]] {
        var files: [String] = []
        for path in paths {
            files += isFolder(path) ? try inside(path, depth: 0) : try FileList.files([path])
        }
        guard unit == .folder else { return files.map { [$0] } }
        var exports: [(folder: String, files: [String])] = []
        for file in files {
            let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
            if let known = exports.firstIndex(where: { $0.folder == folder }) {
                exports[known].files.append(file)
            } else {
                exports.append((folder, [file]))
            }
        }
        return exports.map(\.files)
    }

    private static func inside(
        _ folder: String,
        depth: Int
    ) throws(CollectError) -> [String] {
        guard depth < 16, let stream = opendir(folder) else {
            let reason =
                depth < 16 ? String(cString: strerror(errno)) : "folders within it go too deep"
            throw .unreadable(file: folder, reason: reason)
        }
        defer { closedir(stream) }
        var (files, folders): ([String], [String]) = ([], [])
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if name.hasPrefix(".") { continue }
            if isFolder(path) {
                folders.append(path)
            } else if name.hasSuffix(".csv") || name.hasSuffix(".gz") {
                files.append(path)
            }
        }
        files = sorted(files)
        for inner in sorted(folders) { files += try inside(inner, depth: depth + 1) }
        return files
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func sorted(_ paths: [String]) -> [String] {
        paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
