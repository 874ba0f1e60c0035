import Glibc

extension Disk {
    /// One entry of a folder.
    struct Entry {
        let name: String
        let isFolder: Bool
        let isFile: Bool
    }

    /// What a folder holds, by name; symbolic links are not followed.
    static func entries(of folder: String) throws(PublishError) -> [Entry] {
        guard let stream = opendir(folder) else { throw failure("open the folder", folder) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var kind = Int(entry.pointee.d_type)
            if kind == Int(DT_UNKNOWN), let status = try status(folder + "/" + name) {
                kind = Int(isFolder(status) ? DT_DIR : isFile(status) ? DT_REG : DT_UNKNOWN)
            }
            entries.append(
                Entry(name: name, isFolder: kind == Int(DT_DIR), isFile: kind == Int(DT_REG))
            )
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// Every file below a folder by its relative path, and whether it is a regular one.
    static func files(
        below folder: String,
        prefix: String = ""
    ) throws(PublishError) -> [(path: String, isFile: Bool)] {
        var files: [(path: String, isFile: Bool)] = []
        for entry in try entries(of: folder) {
            let path = prefix + entry.name
            if entry.isFolder {
                files += try self.files(below: folder + "/" + entry.name, prefix: path + "/")
            } else {
                files.append((path, entry.isFile))
            }
        }
        return files
    }

    /// Removes a file or a whole folder; nothing happens if there is none.
    static func remove(
        _ path: String,
        atStep: (String) throws(PublishError) -> Void = { _ in }
    ) throws(PublishError) {
        guard let status = try status(path) else { return }
        guard isFolder(status) else {
            guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
            return
        }
        for entry in try entries(of: path) {
            try remove(path + "/" + entry.name, atStep: atStep)
            try atStep(path + "/" + entry.name)
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }
}
