import Testing

@testable import D8SHistory

struct HistoryErrorTests {
    @Test(arguments: [
        HistoryError.missing(path: "h.sqlite"),
        .notAFile(path: "h.sqlite"),
        .unreadable(path: "h.sqlite", reason: "Permission denied"),
        .unwritable(path: "h.sqlite", reason: "attempt to write a readonly database"),
        .notADatabase(path: "h.sqlite"),
        .foreign(path: "h.sqlite", applicationID: 7),
        .tablesMissing(path: "h.sqlite", tables: ["changes", "teams"]),
        .encoding(path: "h.sqlite"),
        .newer(path: "h.sqlite", steps: ["v2"]),
        .older(path: "h.sqlite", steps: ["v2"]),
        .corrupt(path: "h.sqlite", reason: "database disk image is malformed"),
        .busy(path: "h.sqlite", seconds: 10),
        .full(path: "h.sqlite"),
        .sqlite(path: "h.sqlite", reason: "disk I/O error"),
    ])
    func `every error is sentences that name the file`(error: HistoryError) {
        #expect(error.description.contains("h.sqlite"))
        #expect(error.description.hasSuffix("."))
        #expect(!error.description.contains("  "))
    }

    @Test func `hostile names are short and harmless in a sentence`() {
        let name = "\u{202e}\0\u{1b}[2J" + String(repeating: "x", count: 10_000)
        let text = HistoryError.unknownSource(name: name).description
        #expect(text.contains(#"“\u{202e}\u{0}\u{1b}[2Jxxx"#))
        #expect(text.utf8.count < 400)
        #expect(!text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202e })
    }
}
