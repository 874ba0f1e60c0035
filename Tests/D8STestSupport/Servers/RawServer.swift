import Foundation

/// A server that says exactly what a test wants, lies too, on a free port of 127.0.0.1.
package final class RawServer: Sendable {
    package let port: Int
    private let listener: Int32

    /// One connection of a client, on a thread of its own.
    package struct Connection {
        /// The head of the request, with its empty line, and what came of its body.
        package let request: String
        fileprivate let socket: Int32

        /// Sends these bytes; false when the client has gone.
        @discardableResult
        package func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        @discardableResult
        package func send(_ text: String) -> Bool { send(Array(text.utf8)) }
    }

    /// Starts it; the connection is closed when `serve` returns.
    package init(_ serve: @escaping @Sendable (Connection) -> Void) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        port = FreePort.bind(listener, port: 0)
        listen(listener, 64)
        Thread.detachNewThread {
            while true {
                let socket = accept(listener, nil, nil)
                if socket < 0, errno == EINTR { continue }
                guard socket >= 0 else { return }
                Thread.detachNewThread {
                    serve(Connection(request: Self.head(of: socket), socket: socket))
                    shutdown(socket, Int32(SHUT_RDWR))
                    close(socket)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    package var address: String { "http://127.0.0.1:\(port)" }

    private static func head(of socket: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
