import Glibc

/// The right to publish into a target; it ends with the process that has it, however that ends.
struct JobLock {
    private let file: Int32

    /// Takes the lock at once, or throws `locked` with the process that has it.
    init(_ place: TargetPlace) throws(PublishError) {
        while true {
            let file = open(place.lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw Disk.failure("open the lock", place.lock) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                let pid = Self.pid(in: file)
                close(file)
                guard code == EWOULDBLOCK else { throw Disk.failure("lock", place.lock, code) }
                throw .locked(target: place.path, pid: pid)
            }
            // Somebody may have removed the file since it was opened; then the lock holds nobody.
            if Self.isSame(file, place.lock) {
                self.file = file
                writePID()
                return
            }
            close(file)
        }
    }

    /// Gives the lock back, also where a process that was just started still shares the file.
    func release() {
        flock(file, LOCK_UN)
        close(file)
    }

    private func writePID() {
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        text.withUnsafeBytes { _ = pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    private static func pid(in file: Int32) -> Int? {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = buffer.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        let line = buffer.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
        return Int(String(decoding: line, as: UTF8.self))
    }

    private static func isSame(_ file: Int32, _ path: String) -> Bool {
        var held = stat(), there = stat()
        return fstat(file, &held) == 0 && lstat(path, &there) == 0
            && held.st_ino == there.st_ino && held.st_dev == there.st_dev
    }
}
