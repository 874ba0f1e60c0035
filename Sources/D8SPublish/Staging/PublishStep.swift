/// The points between which publishing can be cut off, in their order.
///
/// Tests stop at each of them, as a killed process does: nothing is tidied up.
enum PublishStep: Hashable, Sendable {
    case locked, recovered, inspected, stagingMade
    /// A file of the edition, or its twin, stands in the staging folder.
    case fileStaged(String)
    case checked
    case pastFileStaged(String)
    case recorded, synced
    /// Only where a folder has to become a link.
    case movedAside
    case swapped
    case oldFileRemoved(String)
    case done
}
