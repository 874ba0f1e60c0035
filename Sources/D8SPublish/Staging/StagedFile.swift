/// A file in the staging folder.
struct StagedFile: Sendable {
    let record: EditionRecord.File
    /// Whether it is the very file of the edition before.
    let isKept: Bool
}
