import D8STestSupport
import Testing

@testable import D8SCollect

struct ValueColumnReaderTests {
    private func read(
        _ text: String,
        time: String? = nil,
        value: String? = nil
    ) throws -> ValueColumn {
        let folder = try ServerFolder()
        return try ValueColumnReader.read(
            try folder.write(text, to: "table.csv"),
            time: time,
            value: value
        )
    }

    @Test func `times and values are found by themselves`() throws {
        let column = try read("name,when,load\na,2026-11-20T00:00:00Z,1.5\nb,2026-11-20 01:00,\n")
        #expect(column.name == "load")
        #expect(column.timeName == "when")
        #expect(column.times == [1_795_132_800_000, 1_795_136_400_000])
        #expect(column.values.first == 1.5)
        #expect(column.values.last?.isNaN == true)
    }

    @Test(arguments: [
        ("2026-11-20", 1_795_132_800_000), ("2026-11", 1_793_491_200_000),
        ("1795132800", 1_795_132_800_000), ("1795132800000", 1_795_132_800_000),
        ("1949-01-01", -662_688_000_000),
    ])
    func `days, months and Unix times are times`(text: String, time: Int64) throws {
        let column = try read("t,value\n\(text),2\n")
        #expect(column.timeName == "t")
        #expect(column.times == [time])
    }

    @Test func `a file of numbers alone has neither header nor times`() throws {
        let column = try read("3\n4\n5\n")
        #expect(column.name == "column 1")
        #expect(column.timeName == nil)
        #expect(column.times == [0, 1, 2])
        #expect(column.values == [3, 4, 5])
    }

    @Test func `columns are chosen by name or number`() throws {
        let text = "t,a,value\n2026-11-20,1,2\n"
        #expect(try read(text).values == [2])
        #expect(try read(text, value: "a").values == [1])
        #expect(try read(text, value: "2").values == [1])
        #expect(throws: CollectError.self) { try read(text, value: "b") }
    }

    @Test func `what is no number is told with its line, and the others are kept`() throws {
        let column = try read("t,value\n2026-11-20,2\n2026-11-21,many\nnever,3\n")
        #expect(column.values == [2])
        #expect(column.rejected == 2)
        #expect(column.problems.map(\.line) == [3, 4])
        #expect(column.problems.first?.description.hasSuffix("`many` is no number") == true)
    }
}
