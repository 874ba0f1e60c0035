/// What is sent to a server, and how its answer is taken apart.
package struct RESTCall: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    package var method: Method
    /// Appended to the declaration's base; values are percent-encoded, slashes too.
    package var path: RESTTemplate
    package var query: [Parameter]
    package var body: RESTBody?
    package var paging: RESTPaging
    /// The most pages that are read in one collection.
    package var pageLimit: Int
    /// To the rows of an answer; nil takes the elements of a list, or the answer as one row.
    package var rows: RESTPath?

    /// A parameter of the query; it is not sent if its value becomes empty.
    package struct Parameter: Hashable, Sendable {
        package var name: RESTTemplate
        package var value: RESTTemplate

        package init(_ name: RESTTemplate, _ value: RESTTemplate) {
            self.name = name
            self.value = value
        }
    }

    package static let pageLimit = 1000

    package init(
        method: Method = .get,
        path: RESTTemplate,
        query: [Parameter] = [],
        body: RESTBody? = nil,
        paging: RESTPaging = .none,
        pageLimit: Int = RESTCall.pageLimit,
        rows: RESTPath? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.paging = paging
        self.pageLimit = pageLimit
        self.rows = rows
    }

    func rows(of answer: JSONValue) -> [RESTRow] {
        if let rows { return rows.rows(in: answer).flatMap(Self.spread) }
        return Self.spread(RESTRow(value: answer))
    }

    /// A list where a row should be is taken for the list of rows.
    private static func spread(_ row: RESTRow) -> [RESTRow] {
        row.value.elements == nil ? [row] : row.entries.filter { $0.value != .null }
    }
}
