/// How one kind of source stands under `sources:`: a file each, listed in `SourceKinds.all`.
protocol SourceKind: SendableMetatype {
    /// The key by which an entry is known to be of this kind: `git`.
    static var key: String { get }
    /// How an entry begins, for messages: `git: FOLDER`; empty for one that is only refused.
    static var usage: String { get }
    /// Commented YAML of an entry with every key, for the file that `d8s init` writes: each line
    /// begins with `#`; without an end of line at its end, and empty if it is written elsewhere.
    static var example: String { get }

    /// The sources of an entry; none, with the problems noted in the reader, if it cannot be used.
    ///
    /// Unknown keys are noted by the caller: each key has to be read, whatever the others say.
    static func read(_ reader: inout MappingReader, in place: SourcePlace) -> [SourceConfiguration]
}
