/// The ids of a service's deployments in the order of their bytes, and where each one stands.
///
/// Ids are appended in order, as the clustered table gives them, and are then walked along with
/// the changes, which come in the same order.
struct DeploymentIDs {
    /// All ids, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each id ends in `bytes`.
    private(set) var ends: [Int] = []
    /// The position of each id's deployment in `ServiceHistory.deployments`.
    var positions: [Int32] = []

    mutating func append(_ id: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: id)
        ends.append(bytes.count)
    }
}
