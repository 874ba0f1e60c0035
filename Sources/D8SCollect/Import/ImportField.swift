/// What a column means, whatever a file calls it.
enum ImportField: Int, Sendable, CaseIterable {
    case service
    case environment
    case id
    case name
    case revision
    case parents
    case started
    case finished
    case status
    case unplanned
    case reason
    case authored
    case committed
    case merged
    case deployment
    case subject
    case title
    case author
    case opened
    case resolved
    case severity
    case team
    case tag
    case kind
    case pipeline
    case namespace
    case parent
    case task
    case created
    case message
    case retries
    case pod
}
