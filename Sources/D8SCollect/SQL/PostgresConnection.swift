import CPostgres
import Glibc

/// A connection to a PostgreSQL server that never waits longer than its time limit.
///
/// libpq is used without blocking, and the socket is waited for with a deadline: a server that does
/// not answer costs `timeout` and a second. What still runs there is ended by the server's own
/// `statement_timeout`, so that no cancel request, which has no time limit of its own, is sent.
final class PostgresConnection {
    private let handle: OpaquePointer
    private let name: String
    private let redactor: Redactor
    /// Seconds for connecting, and for each statement.
    private let timeout: Double

    init(
        _ access: PostgresAccess,
        timeout: Double
    ) throws(CollectError) {
        let password = try access.password.map { (secret) throws(CollectError) in
            try secret.value()
        }
        let redactor = Redactor(hiding: [password].compactMap(\.self))
        let secret = password.map { [("password", $0)] } ?? []
        guard let handle = Self.start(access.parameters + secret) else {
            throw .unreachable(address: access.name, reason: "there is no memory")
        }
        self.handle = handle
        self.redactor = redactor
        self.timeout = timeout
        name = access.name
        try connect()
        guard PQsetnonblocking(handle, 1) == 0 else { throw broken() }
    }

    deinit {
        PQfinish(handle)
    }

    /// Runs one statement with parameters, each an instant, and returns its rows.
    ///
    /// - Throws: What breaks the connection; an error of the statement is the result's.
    func run(_ statement: String, instants: [String]) throws(CollectError) -> PostgresResult {
        let values = instants.map { strdup($0) }
        defer { for value in values { free(value) } }
        // 1184 is timestamptz in pg_type.
        let types = instants.map { _ in Oid(1184) }
        let isSent = PQsendQueryParams(
            handle,
            statement,
            Int32(clamping: instants.count),
            types,
            values.map { UnsafePointer($0) },
            nil,
            nil,
            0
        )
        guard isSent == 1 else { throw broken() }
        return try answer()
    }

    /// Runs statements without parameters, one after the other up to the first that fails.
    func run(_ statements: String) throws(CollectError) -> PostgresResult {
        guard PQsendQuery(handle, statements) == 1 else { throw broken() }
        return try answer()
    }

    private static func start(_ parameters: [(String, String)]) -> OpaquePointer? {
        let keywords = parameters.map { strdup($0.0) }, values = parameters.map { strdup($0.1) }
        defer { for word in keywords + values { free(word) } }
        return PQconnectStartParams(
            keywords.map { UnsafePointer($0) } + [nil],
            values.map { UnsafePointer($0) } + [nil],
            0
        )
    }

    private func connect() throws(CollectError) {
        let deadline = Deadline(after: timeout)
        guard PQstatus(handle) != CONNECTION_BAD else { throw broken() }
        var status = PGRES_POLLING_WRITING
        while status != PGRES_POLLING_OK {
            guard status != PGRES_POLLING_FAILED else { throw broken() }
            try wait(for: status == PGRES_POLLING_WRITING ? POLLOUT : POLLIN, deadline)
            status = PQconnectPoll(handle)
        }
    }

    /// The first error, else the last result.
    private func answer() throws(CollectError) -> PostgresResult {
        let deadline = Deadline(after: timeout + 1)
        while case let flushed = PQflush(handle), flushed != 0 {
            guard flushed == 1 else { throw broken() }
            try wait(for: POLLOUT | POLLIN, deadline)
            guard PQconsumeInput(handle) == 1 else { throw broken() }
        }
        var last: PostgresResult?
        while let next = try nextResult(deadline) {
            if last?.isError != true { last = next }
        }
        guard let last, PQstatus(handle) == CONNECTION_OK else { throw broken() }
        return last
    }

    private func nextResult(_ deadline: Deadline) throws(CollectError) -> PostgresResult? {
        while PQisBusy(handle) == 1 {
            try wait(for: POLLIN, deadline)
            guard PQconsumeInput(handle) == 1 else { throw broken() }
        }
        return PQgetResult(handle).map(PostgresResult.init)
    }

    private func wait(for events: Int32, _ deadline: Deadline) throws(CollectError) {
        var polled = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
        while true {
            let count = poll(&polled, 1, deadline.milliseconds)
            if count > 0 { return }
            guard count == 0 || errno == EINTR else { throw broken() }
            guard count != 0 else { throw .timedOut(address: name, seconds: timeout) }
        }
    }

    /// libpq's words for what happened, on one line, without the password.
    private func broken() -> CollectError {
        let words = String(cString: PQerrorMessage(handle)).split(whereSeparator: \.isNewline)
        let reason = redactor.redacted(words.joined(separator: "; "))
        return .unreachable(address: name, reason: reason.isEmpty ? "it broke off" : reason)
    }

    /// A fault of the server with the password, should it be there, made unreadable.
    func redacted(_ text: String) -> String { redactor.redacted(text) }
}
