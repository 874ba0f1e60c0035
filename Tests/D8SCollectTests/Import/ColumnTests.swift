import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@Suite struct ColumnTests {
    private static let time = "2026-11-20T14:05:00Z"

    @Test func `a missing column names what was found and the mend`() throws {
        let error = #expect(throws: CollectError.self) {
            try imported(.deployments, "service,when\na,\(Self.time)\n")
        }
        let sentence = error.map { "\($0)" } ?? ""
        #expect(sentence.contains("has no column finished. Its columns are: service, when."))
        #expect(sentence.contains("--map finished=COLUMN"))
    }

    @Test func `a header without rows is checked as well`() {
        #expect(throws: CollectError.self) { try imported(.deployments, "service,when\n") }
    }

    @Test func `a column that stands twice is an error`() {
        let error = #expect(throws: CollectError.self) {
            try imported(.deployments, "service,finished,Service\na,\(Self.time),b\n")
        }
        #expect(error.map { "\($0)" }?.contains("Service twice") == true)
    }

    @Test func `two columns that may be the same are an error unless one is chosen`() throws {
        let text = "service,finished,commit,new_tag\na,\(Self.time),c1,c2\n"
        #expect(throws: CollectError.self) { try imported(.deployments, text) }
        let mapping = ImportMapping(columns: [.init("revision", "new_tag")])
        let result = try imported(.deployments, text, mapping: mapping)
        #expect(result.deployments.map(\.revision) == ["c2"])
        #expect(result.report.notes == ["Columns not used: commit."])
    }

    @Test func `a column's own name goes before its aliases`() throws {
        let text = "service,finished,sha,revision\na,\(Self.time),c1,c2\n"
        let result = try imported(.deployments, text)
        #expect(result.deployments.map(\.revision) == ["c2"])
    }

    @Test func `an unknown column is told once, with the name it may have meant`() throws {
        let text = "service,finished,enviroment,colour\na,\(Self.time),x,y\na,\(Self.time),x,y\n"
        let notes = try imported(.deployments, text).report.notes
        #expect(notes.contains("Columns not used: enviroment, colour."))
        #expect(notes.contains("Column enviroment is not known: is it environment?"))
        #expect(notes.count { $0.contains("colour") } == 1)
    }

    @Test func `constants and filters shape what is taken`() throws {
        let mapping = ImportMapping(
            constants: [.init("service", "a")],
            filters: [.init("env", "production"), .init("env", "live"), .init("region", "eu")]
        )
        let text = """
            finished,env,region,id
            \(Self.time),production,eu,1
            \(Self.time),live,eu,2
            \(Self.time),staging,eu,3
            \(Self.time),production,us,4
            never,staging,eu,5
            """
        let result = try imported(.deployments, text, mapping: mapping)
        #expect(result.deployments.map(\.id) == ["1", "2"])
        #expect(result.deployments.map(\.service) == ["a", "a"])
        #expect(
            result.report.notes == [
                "Rows left out by the filter: 3.",
                "Deployments with no revision: kept, but no change maps to them: 2.",
            ]
        )
        #expect(result.report.rejected == 0)
    }

    @Test func `a filter on a column that is not there is an error`() {
        let mapping = ImportMapping(filters: [.init("region", "eu")])
        #expect(throws: CollectError.self) {
            try imported(.deployments, "service,finished\na,\(Self.time)\n", mapping: mapping)
        }
    }

    @Test func `a mapping to a column that does not exist is an error`() {
        let mapping = ImportMapping(constants: [.init("colour", "red")])
        #expect(throws: CollectError.self) {
            try imported(.deployments, "service,finished\na,\(Self.time)\n", mapping: mapping)
        }
    }

    @Test(
        arguments: [
            ("a=b", "a", "b"), ("a=b=c", "a", "b=c"), ("a=", "a", ""), ("=b", nil, nil),
            ("a", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `an assignment is a name and a value`(
        _ text: String,
        _ name: String?,
        _ value: String?
    ) {
        let assignment = ImportMapping.Assignment(parsing: text)
        #expect(assignment?.name == name)
        #expect(assignment?.value == value)
    }

    @Test(arguments: ImportKind.allCases)
    func `no name means two columns of one kind, and every column is documented`(
        _ kind: ImportKind
    ) {
        let names = ImportColumns.of(kind).flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        let help = ImportColumns.help(for: kind)
        for name in names { #expect(help.contains(name)) }
    }
}
