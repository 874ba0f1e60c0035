import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Why one attempt of a request failed, and what that means for another one.
struct HTTPFailure: Error {
    enum Effect {
        /// The server never got the request: it may be made again whatever it is.
        case none
        /// The server may have got it: only what does no harm twice may be made again.
        case unknown
        /// Another attempt would end the same way.
        case lasting
    }

    let error: CollectError
    let effect: Effect

    init(_ error: CollectError, effect: Effect = .lasting) {
        self.error = error
        self.effect = effect
    }

    /// What the client library's errors mean at this address.
    init(_ error: any Error, at address: String) {
        func unreachable(_ reason: String, _ effect: Effect) -> HTTPFailure {
            HTTPFailure(.unreachable(address: address, reason: reason), effect: effect)
        }
        self =
            switch error {
            case let failure as HTTPFailure: failure
            case let error as CollectError: HTTPFailure(error)
            case let error as NIOConnectionError: unreachable(Self.reason(error), .none)
            case let error as IOError where error.errnoCode == ECONNREFUSED:
                unreachable(Self.reason(error), .none)
            case let error as IOError: unreachable(Self.reason(error), .unknown)
            case let error as HTTPParserError:
                Self.parsing(error, at: address)
            case let error as HTTPClientError: Self.client(error, at: address)
            case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
                unreachable(Self.secureReason("\(error)"), .lasting)
            default: unreachable("\(error)", .unknown)
            }
    }

    private static func client(_ error: HTTPClientError, at address: String) -> HTTPFailure {
        let (reason, effect): (String, Effect) =
            switch error {
            case .remoteConnectionClosed: ("the connection was closed in the middle", .unknown)
            case .connectTimeout: ("no connection came about in time", .none)
            case .getConnectionFromPoolTimeout: ("no connection became free in time", .none)
            case .tlsHandshakeTimeout: ("TLS was not agreed on in time", .none)
            case .cancelled: ("the collection was stopped", .lasting)
            default: (error.shortDescription, .lasting)
            }
        return HTTPFailure(.unreachable(address: address, reason: reason), effect: effect)
    }

    private static func parsing(_ error: HTTPParserError, at address: String) -> HTTPFailure {
        if error == .invalidEOFState {
            let reason = "the connection was closed in the middle of the answer"
            return HTTPFailure(.unreachable(address: address, reason: reason), effect: .unknown)
        }
        return HTTPFailure(.badAnswer(address: address, reason: "it is no HTTP (\(error))"))
    }

    private static func reason(_ error: IOError) -> String {
        String(cString: strerror(error.errnoCode)).lowercased()
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        if let first = error.connectionErrors.first?.error {
            return (first as? IOError).map(reason) ?? "\(first)"
        }
        return "there is no host \(error.host)"
    }

    /// BoringSSL's reasons, which are words in capitals, in words for people.
    private static func secureReason(_ text: String) -> String {
        let reasons = [
            (
                "CERTIFICATE_VERIFY_FAILED",
                "its certificate is not valid now, or not from an authority that is trusted"
                    + " (name the authority's file as `ca` under `tls`)"
            ),
            ("failedToValidateHostname", "its certificate is for another name"),
            ("unableToValidateCertificate", "its certificate is for another name"),
            ("CERTIFICATE_REQUIRED", "it wants a client's certificate (`cert` and `key`)"),
            ("BAD_CERTIFICATE", "it does not accept the client's certificate"),
            ("UNKNOWN_CA", "it does not know the authority of the client's certificate"),
            ("PROTOCOL_VERSION", "it has nothing newer than TLS 1.1"),
            ("WRONG_VERSION_NUMBER", "it does not speak TLS at this port"),
            ("EOF during handshake", "it closed the connection before TLS was agreed on"),
            ("uncleanShutdown", "the connection was cut off"),
        ]
        let known = reasons.first { text.contains($0.0) }?.1
        return "TLS failed: " + (known ?? String(text.prefix(200)))
    }
}
