import Glibc

/// Ports of 127.0.0.1.
package enum FreePort {
    /// A port that nobody listens on at this moment; 0 if the system has none.
    package static func find() -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        return bind(listener, port: 0)
    }

    /// Binds a socket to this port, or to any if it is 0, and returns which one it is.
    static func bind(_ listener: Int32, port: Int) -> Int {
        var address = Self.address(port)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard Glibc.bind(listener, generic, length) == 0,
                    getsockname(listener, generic, &length) == 0
                else { return }
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
    }

    /// Whether somebody takes connections at this port.
    package static func answers(_ port: Int) -> Bool {
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(client) }
        var address = address(port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    /// Whether a web server at this port answers 200 to a path: it may take connections before it
    /// can answer anything.
    package static func isReady(_ port: Int, path: String) -> Bool {
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(client) }
        var address = address(port)
        let isOpen = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let request = Array("GET \(path) HTTP/1.0\r\n\r\n".utf8)
        guard isOpen, send(client, request, request.count, Int32(MSG_NOSIGNAL)) > 0 else {
            return false
        }
        var answer = [UInt8](repeating: 0, count: 12)
        let count = recv(client, &answer, answer.count, Int32(MSG_WAITALL))
        return count == answer.count && answer.suffix(3).elementsEqual("200".utf8)
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(clamping: port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        return address
    }
}
