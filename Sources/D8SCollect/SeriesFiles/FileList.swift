import Glibc

/// The files that paths, folders and patterns name.
package enum FileList {
    /// The files: those of a folder or a pattern (`*`, `?`, `[…]`) by their names' bytes, without
    /// hidden ones and folders; `-` and a plain file's path stay as they are.
    ///
    /// - Throws: `CollectError.unreadable` for a folder that cannot be read. A pattern that nothing
    ///   fits is no files.
    package static func files(_ paths: [String]) throws(CollectError) -> [String] {
        var files: [String] = []
        for path in paths {
            if isFolder(path) {
                files += try inside(path)
            } else if path.utf8.contains(where: "*?[".utf8.contains), access(path, F_OK) != 0 {
                files += matching(path)
            } else {
                files.append(path)
            }
        }
        return files
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func inside(_ folder: String) throws(CollectError) -> [String] {
        guard let stream = opendir(folder) else {
            throw .unreadable(file: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var files: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if !name.hasPrefix("."), !isFolder(path) { files.append(path) }
        }
        return sorted(files)
    }

    private static func matching(_ pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
        let count = Int(clamping: result.gl_pathc)
        let paths = (0..<count).compactMap { result.gl_pathv?[$0].map { String(cString: $0) } }
        return sorted(paths.filter { !isFolder($0) })
    }

    private static func sorted(_ files: [String]) -> [String] {
        files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
