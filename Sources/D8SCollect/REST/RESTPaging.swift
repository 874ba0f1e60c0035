/// How the next page of an answer is asked for.
package enum RESTPaging: Hashable, Sendable {
    /// There is one page only.
    case none
    /// The `Link` header's address of this relation (RFC 8288), usually `next`.
    case link(relation: String)
    /// The address at this path of the answer.
    case address(RESTPath)
    /// The text at this path of the answer goes into the query under `parameter`, or, if that is
    /// nil, wherever the request has `{cursor}`.
    case cursor(RESTPath, parameter: String?)
    /// Pages are numbered in the query under `parameter`, from `first`.
    case page(parameter: String, first: Int, size: Size?)
    /// The query's `parameter` says how many rows are passed over; `more`, if there is one, leads to
    /// `false` on the last page.
    case offset(parameter: String, size: Size?, more: RESTPath?)

    /// How many rows a page shall have.
    package struct Size: Hashable, Sendable {
        package var parameter: String
        package var rows: Int

        package init(parameter: String, rows: Int) {
            self.parameter = parameter
            self.rows = rows
        }
    }

    var size: Size? {
        switch self {
        case .page(_, _, let size), .offset(_, let size, _): size
        case .none, .link, .address, .cursor: nil
        }
    }
}
