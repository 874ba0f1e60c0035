import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@Suite struct ChangeImportTests {
    @Test func `every column of a change is read`() throws {
        let result = try imported(
            .changes,
            """
            service,revision,parents,authored,committed,merged,deployment,subject,author,team
            a,c3,c1 c2,2026-11-01T10:00:00Z,2026-11-02T10:00:00Z,2026-11-03T10:00:00Z,d1,"Fix
            more",Ada,Shop
            """
        )
        #expect(
            result.changes == [
                Change(
                    service: "a",
                    revision: "c3",
                    parents: ["c1", "c2"],
                    authored: "2026-11-01T10:00:00Z",
                    committed: "2026-11-02T10:00:00Z",
                    merged: "2026-11-03T10:00:00Z",
                    deployment: "d1",
                    subject: "Fix",
                    author: "Ada"
                )
            ]
        )
        #expect(result.services == [Service(name: "a", team: "Shop")])
    }

    @Test(arguments: [
        ("c1 c2", ["c1", "c2"]), ("\"c1,c2\"", ["c1", "c2"]), ("c1;c2", ["c1", "c2"]),
        ("\"[\"\"c1\"\", \"\"c2\"\"]\"", ["c1", "c2"]), ("", []), ("[]", []),
    ])
    func `parents are apart by space, comma or semicolon, or an array`(
        _ text: String,
        _ parents: [String]
    ) throws {
        let rows = "service,sha,author date,parents\na,c3,2026-11-01T10:00:00Z,\(text)\n"
        #expect(try imported(.changes, rows).changes.map(\.parents) == [parents])
    }

    @Test func `parents may be an array of a JSON line`() throws {
        let text = #"{"service":"a","commit":{"sha":"c3"},"authored":0,"parents":["c1","c2"]}"#
        let mapping = ImportMapping(columns: [.init("revision", "commit.sha")])
        let result = try imported(.changes, text, mapping: mapping)
        #expect(result.changes.map(\.parents) == [["c1", "c2"]])
        #expect(result.changes.map(\.revision) == ["c3"])
    }

    @Test func `one of the two times is enough, none is a bad row`() throws {
        let text = """
            service,sha,authored,committed
            a,c1,2026-11-01T10:00:00Z,
            a,c2,,2026-11-02T10:00:00Z
            a,c3,,
            """
        let result = try imported(.changes, text)
        #expect(result.changes.map(\.authored) == ["2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z"])
        #expect(result.changes.map(\.committed) == result.changes.map(\.authored))
        #expect(result.problems == ["4: has neither the time authored nor the time committed"])
    }
}
