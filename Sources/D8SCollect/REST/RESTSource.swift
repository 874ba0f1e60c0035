/// A source behind HTTP that answers JSON, read as its declaration says.
package struct RESTSource: Sendable {
    package var declaration: RESTDeclaration
    /// The value of each of the declaration's parameters.
    package var parameters: [String: String]
    /// The names of the requests that are made; nil for all that are not optional.
    package var requests: [String]?
    package var access: HTTPAccess
    /// How far back the first collection reads, in seconds.
    package var reach: Double
    /// The most seconds that one wait for a rate limit may take.
    package var longestWait: Double
    /// The most pages of each list; nil for what the declaration says.
    package var pageLimit: Int?
    package var transport: any HTTPTransport
    /// Waits for this many seconds.
    package var sleep: @Sendable (Double) async throws -> Void

    package static let reach = 90.0 * 86_400
    package static let longestWait = 120.0

    package init(
        declaration: RESTDeclaration,
        parameters: [String: String],
        transport: any HTTPTransport,
        requests: [String]? = nil,
        access: HTTPAccess = HTTPAccess(),
        reach: Double = RESTSource.reach,
        longestWait: Double = RESTSource.longestWait,
        pageLimit: Int? = nil,
        sleep: @escaping @Sendable (Double) async throws -> Void = {
            try await Task.sleep(for: .seconds($0))
        }
    ) {
        self.declaration = declaration
        self.parameters = parameters
        self.transport = transport
        self.requests = requests
        self.access = access
        self.reach = reach
        self.longestWait = longestWait
        self.pageLimit = pageLimit
        self.sleep = sleep
    }

    /// The requests that are made, in the declaration's order.
    var wanted: [RESTRequest] {
        declaration.requests.filter { requests?.contains($0.name) ?? !$0.isOptional }
    }
}

extension RESTSource: Collector {
    package var kind: String { "rest" }

    package var secrets: [Secret] { access.authorization.map { [$0.secret] } ?? [] }

    /// Makes the declaration's requests one after the other; one that is refused does not stop the
    /// next one.
    package func collect(
        _ occasion: Occasion,
        into sink: @escaping SharedSink
    ) async throws(CollectError) -> CollectReport {
        var collection = try RESTCollection(of: self, occasion, sink)
        var failure: CollectError?
        for request in wanted {
            do throws(CollectError) {
                try await collection.read(request)
            } catch {
                guard error.isAboutOneRequest else { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return collection.report
    }
}

extension CollectError {
    /// Whether another request to the same server may still be answered.
    fileprivate var isAboutOneRequest: Bool {
        switch self {
        case .refusedRequest, .badAnswer, .tooLarge, .unusable: true
        default: false
        }
    }
}
