/// One list that a declaration reads, page by page.
package struct RESTRequest: Hashable, Sendable {
    /// Unique within the declaration; the cursor's name.
    package var name: String
    /// True leaves it out unless the configuration names it.
    package var isOptional: Bool
    package var call: RESTCall
    /// Nil begins at the configured `since` each time.
    package var progress: RESTProgress?
    package var filters: [RESTFilter]
    /// A second request for each row that passes the filters; its answer becomes a member.
    package var each: Each?
    package var mappings: [RESTMapping]

    package struct Each: Hashable, Sendable {
        /// The member's name.
        package var member: String
        package var call: RESTCall

        package init(member: String, call: RESTCall) {
            self.member = member
            self.call = call
        }
    }

    package init(
        name: String,
        isOptional: Bool = false,
        call: RESTCall,
        progress: RESTProgress? = nil,
        filters: [RESTFilter] = [],
        each: Each? = nil,
        mappings: [RESTMapping]
    ) {
        self.name = name
        self.isOptional = isOptional
        self.call = call
        self.progress = progress
        self.filters = filters
        self.each = each
        self.mappings = mappings
    }
}
