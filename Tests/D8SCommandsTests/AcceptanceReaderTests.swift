import D8SModel
import Testing

@testable import D8SCommands

struct AcceptanceReaderTests {
    private let reader = AcceptanceReader(path: "/srv/accepted.yaml")
    private let until = Day(iso8601: "2026-12-01")

    private func acceptance(_ item: String, _ text: String) throws -> Acceptance {
        Acceptance(item: item, reason: text, owner: text, until: try #require(until))
    }

    @Test(arguments: [
        "plain", "with \"quotes\" and \\ and 'more'", "two\nlines\r\nand\ttabs", "# no comment",
        "key: value", "- list", "{{mustache}} ${HOME} `id`", "\u{202E}turned", "👩‍🚀",
        "\u{0}NUL\u{1B}[31m", "  spaces  ", "é e\u{301}", "*alias &anchor !!tag", "null", "~",
        String(repeating: "x", count: 10_000), "\u{2028}\u{FEFF}\u{E000}\u{10FFFF}",
    ])
    func `hostile words read back as they were written`(text: String) throws {
        let written = try acceptance("no-deployment-billing", text)
        let read = try reader.read(AcceptanceReader.text([written]))
        #expect(read == [written])
        #expect(read.first.map { Array($0.reason.utf8) } == Array(text.utf8))
    }

    @Test(arguments: ["a: b", "007", "null", "-x", "two\nlines", "\"", "é"])
    func `an id that D8S would not make is quoted`(item: String) throws {
        let written = try acceptance(item, "because")
        #expect(try reader.read(AcceptanceReader.text([written])) == [written])
    }

    @Test func `one more acceptance leaves what people wrote around the others`() throws {
        let before = "# Agreed on 3 November.\na-1:\n  until: 2026-11-30\n  owner: Ana\n  reason: x"
        let after = try reader.text(before, with: try acceptance("b-2", "y"))
        #expect(after.hasPrefix(before + "\n"))
        #expect(try reader.read(after).map(\.item) == ["a-1", "b-2"])
        let again = try reader.text(after, with: try acceptance("a-1", "z"))
        #expect(try reader.read(again).map(\.reason) == ["z", "y"])
    }

    @Test(arguments: [
        ("a-1:\n  until: soon\n  owner: A\n  reason: b\n", ":2:10: `until` has to be a day"),
        ("a-1:\n  until: 2026-11-30\n  owner: A\n", "needs `until`, `reason` and `owner`"),
        ("a-1: yes\n", ":1:6: an acceptance has to be"),
        ("a-1:\n\tuntil: x\n", ":2:1: this is not YAML"),
        ("a-1:\n  until: 2026-11-30\na-1:\n  until: 2026-11-30\n", "`a-1` is there twice"),
        ("a-1:\n  untl: 2026-11-30\n  owner: A\n  reason: b\n", "did you mean `until`?"),
    ])
    func `what cannot be used is named with its line and the mend`(
        text: String,
        sentence: String
    ) {
        do throws(CommandError) {
            _ = try reader.read(text)
            Issue.record("\(text) was read")
        } catch {
            #expect("\(error)".contains(sentence), "\(error)")
        }
    }
}
