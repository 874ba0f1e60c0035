/// What somebody may give for CSV by mistake, told by its first bytes.
struct ForeignForm {
    let head: [UInt8]
    let name: String
    let mend: String

    private static let unpack = "Unpack it; gzip is read as it is."

    private static let all = [
        Self(
            head: Array("PAR1".utf8),
            name: "a Parquet file",
            mend: "Export CSV, or convert it (duckdb -c \"COPY 'a.parquet' TO 'a.csv'\")."
        ),
        Self(head: Array("PK".utf8) + [3, 4], name: "a ZIP archive or a workbook", mend: unpack),
        Self(head: [0x28, 0xB5, 0x2F, 0xFD], name: "compressed with Zstandard", mend: unpack),
        Self(head: [0xFD] + Array("7zXZ".utf8), name: "compressed with xz", mend: unpack),
        Self(head: Array("BZh".utf8), name: "compressed with bzip2", mend: unpack),
    ]

    /// By the first character that is no blank.
    private static let texts: [UInt8: (name: String, mend: String)] = [
        UInt8(ascii: "{"): ("JSON", "Export CSV with a header."),
        UInt8(ascii: "["): ("JSON", "Export CSV with a header."),
        UInt8(ascii: "<"): (
            "HTML or XML", "It may be the page of a sign-in or an error: fetch the export again."
        ),
    ]

    /// Looks at the beginning of a file.
    ///
    /// - Throws: `CollectError.unknownForm` for what is no CSV.
    static func refuse(
        _ head: UnsafeBufferPointer<UInt8>,
        _ file: String
    ) throws(CollectError) {
        if let form = all.first(where: { head.starts(with: $0.head) }) {
            throw .unknownForm(file: file, form: form.name, mend: form.mend)
        }
        let first = head.first { !$0.isBlank && !$0.endsLine }
        guard let form = first.flatMap({ texts[$0] }) else { return }
        throw .unknownForm(file: file, form: form.name, mend: form.mend)
    }
}
