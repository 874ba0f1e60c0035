import Glibc

/// A stream between us and a program that we start: closed with this object, inherited by nobody.
///
/// It is a pair of sockets and not a pipe, since those can be made in one step that no program
/// started meanwhile inherits, and since writing to one whose reader has gone is no signal.
final class Channel {
    /// Our end; -1 after it was closed.
    private(set) var near: Int32
    /// The program's end; -1 after it was closed.
    private(set) var far: Int32

    init() throws {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
            throw SubprocessError.cannotStart(reason: String(cString: strerror(errno)))
        }
        (near, far) = (pair[0], pair[1])
    }

    deinit {
        closeNear()
        closeFar()
    }

    func closeNear() {
        if near >= 0 { close(near) }
        near = -1
    }

    /// Closes the end that the program has by now: we see its end only then.
    func closeFar() {
        if far >= 0 { close(far) }
        far = -1
    }

    /// Sends as much as fits without waiting, and closes our end when nothing is left or nobody
    /// reads.
    func send(_ bytes: inout ArraySlice<UInt8>) {
        let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
        let count = bytes.withUnsafeBytes { Glibc.send(near, $0.baseAddress, $0.count, flags) }
        if count > 0 {
            bytes = bytes.dropFirst(count)
        } else if errno != EINTR, errno != EAGAIN {
            bytes = []
        }
        if bytes.isEmpty { closeNear() }
    }

    /// Fills the buffer with what is there; 0 at the end of the stream.
    func receive(into buffer: inout [UInt8]) throws -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { read(near, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            guard errno == EINTR else {
                throw SubprocessError.cannotRead(reason: String(cString: strerror(errno)))
            }
        }
    }
}
