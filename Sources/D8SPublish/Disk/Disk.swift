import Glibc

/// The system calls that publishing needs, with errors that name their path.
enum Disk {
    static func failure(_ operation: String, _ path: String, _ code: Int32 = errno) -> PublishError
    {
        .system(operation: operation, path: path, code: code)
    }

    /// What stands at this path, symbolic links not followed; nil if nothing does.
    static func status(_ path: String) throws(PublishError) -> stat? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw failure("look at", path) }
        return nil
    }

    static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }
    static func isFile(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
    static func isLink(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFLNK }

    static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(PublishError) {
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw failure("make the folder", path)
        }
    }

    /// Makes the folder and all above it that are missing.
    static func makeFolders(_ path: String) throws(PublishError) {
        for folder in SitePaths.folders(above: path) + [path] where !folder.isEmpty {
            try makeFolder(folder)
        }
    }

    static func rename(_ old: String, _ new: String) throws(PublishError) {
        guard Glibc.rename(old, new) == 0 else { throw failure("rename \(old) to", new) }
    }

    static func link(to destination: String, at path: String) throws(PublishError) {
        guard symlink(destination, path) == 0 else { throw failure("make the link", path) }
    }

    /// Where a symbolic link leads, as it is written.
    static func destination(of link: String) throws(PublishError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink(link, &buffer, buffer.count - 1)
        guard length >= 0 else { throw failure("read the link", link) }
        return String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The absolute path without links, `.` and `..`; the path has to be there.
    static func realPath(_ path: String) throws(PublishError) -> String {
        guard let resolved = realpath(path, nil) else { throw failure("find", path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Waits until the entries of this folder are on the disk.
    static func sync(folder path: String) throws(PublishError) {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open the folder", path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("write to the disk", path) }
    }

    /// Waits until everything on the file system of this folder is on the disk: one call for
    /// thousands of files.
    static func syncFileSystem(of path: String) throws(PublishError) {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open the folder", path) }
        defer { close(file) }
        guard syncFileSystem(file) == 0 else { throw failure("write to the disk", path) }
    }
}

extension Disk {
    /// Gives a folder the mode of another and, if we may, its owner and group.
    static func copyRights(from old: String, to new: String) throws(PublishError) {
        guard let status = try status(old) else { return }
        _ = chown(new, status.st_uid, status.st_gid)
        guard chmod(new, status.st_mode & 0o7777) == 0 else {
            throw failure("set the mode of", new)
        }
    }
}
