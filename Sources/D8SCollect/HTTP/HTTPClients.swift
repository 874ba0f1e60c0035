import AsyncHTTPClient
import NIOPosix
import Synchronization

/// The clients that carry requests: one, and one more for each host that is known by another name.
///
/// They are shut down when this goes, with connections that nobody uses any more.
final class HTTPClients: Sendable {
    private let clients = Mutex<[HTTPClients.Alias?: HTTPClient]>([:])

    /// A name that a server's certificate carries in place of the host of its address.
    struct Alias: Hashable {
        let name: String
        /// An IPv6 address without its brackets.
        let host: String
    }

    deinit {
        for client in clients.withLock(\.self).values { client.shutdown { _ in } }
    }

    func client(for alias: Alias?) -> HTTPClient {
        clients.withLock { clients in
            if let client = clients[alias] { return client }
            let client = Self.make(alias)
            clients[alias] = client
            return client
        }
    }

    private static func make(_ alias: Alias?) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        if let alias { configuration.dnsOverride = [alias.name: alias.host] }
        return HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            configuration: configuration
        )
    }
}
