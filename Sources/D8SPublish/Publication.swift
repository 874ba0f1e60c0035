package import D8SModel

/// What became of the files of one night.
package struct Publication: Hashable, Sendable {
    /// Files with new content, compressed twins and `edition.json` included.
    package let written: Int
    /// Files that were there already, byte for byte, and kept their times.
    package let kept: Int
    /// Files of the edition before that this one has no more.
    package let removed: Int
    /// Size of the edition in bytes, past editions left out.
    package let bytes: Int
    /// SHA-256 of `edition.json` in hexadecimal: it names every byte of the edition.
    package let digest: String
    /// Past editions that stand inside the site now, newest first.
    package let pastEditions: [Day]
}
