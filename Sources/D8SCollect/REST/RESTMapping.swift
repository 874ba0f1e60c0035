/// How a row becomes a record.
package struct RESTMapping: Hashable, Sendable {
    package var kind: RESTRecordKind
    /// By the field's name in `RESTRecordKind.fields`.
    package var fields: [String: RESTField]
    /// Of series and alerts: by the label's name.
    ///
    /// Under `*` stands a path to a map, all of whose members are labels.
    package var labels: [String: RESTField]
    /// Of runs: the steps.
    package var steps: Steps?
    package var filters: [RESTFilter]

    package struct Steps: Hashable, Sendable {
        package var rows: RESTPath
        package var fields: [String: RESTField]

        package init(rows: RESTPath, fields: [String: RESTField]) {
            self.rows = rows
            self.fields = fields
        }
    }

    package init(
        kind: RESTRecordKind,
        fields: [String: RESTField],
        labels: [String: RESTField] = [:],
        steps: Steps? = nil,
        filters: [RESTFilter] = []
    ) {
        self.kind = kind
        self.fields = fields
        self.labels = labels
        self.steps = steps
        self.filters = filters
    }
}
