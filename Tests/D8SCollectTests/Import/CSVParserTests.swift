import Testing

@testable import D8SCollect

/// The rules are those of RFC 4180, section 2; the rows were read by hand.
@Suite struct CSVParserTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let rows: [ParsedRow]
        var testDescription: String { name }
    }

    private static let closing =
        "text follows a closing quote (inside quotes, a quote is written twice)"
    private static let unclosed = "its quote is not closed by the end of the file"

    static let cases: [Case] = [
        Case(
            name: "plain rows",
            text: "a,b\n1,2\n3,4\n",
            rows: [
                ParsedRow(2, ["1", "2"]), ParsedRow(3, ["3", "4"]),
            ]
        ),
        Case(name: "no newline at the end", text: "a,b\n1,2", rows: [ParsedRow(2, ["1", "2"])]),
        Case(
            name: "CRLF",
            text: "a,b\r\n1,2\r\n3,4\r\n",
            rows: [
                ParsedRow(2, ["1", "2"]), ParsedRow(3, ["3", "4"]),
            ]
        ),
        Case(
            name: "CR alone",
            text: "a,b\r1,2\r3,4",
            rows: [
                ParsedRow(2, ["1", "2"]), ParsedRow(3, ["3", "4"]),
            ]
        ),
        Case(
            name: "empty fields",
            text: "a,b,c\n,,\n1,,\n,,3\n",
            rows: [
                ParsedRow(2, ["", "", ""]), ParsedRow(3, ["1", "", ""]),
                ParsedRow(4, ["", "", "3"]),
            ]
        ),
        Case(
            name: "an empty last field at the end",
            text: "a,b\n1,",
            rows: [
                ParsedRow(2, ["1", ""])
            ]
        ),
        Case(
            name: "quoted fields",
            text: "a,b\n\"1\",\"x,y\"\n",
            rows: [
                ParsedRow(2, ["1", "x,y"])
            ]
        ),
        Case(
            name: "doubled quotes",
            text: "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n",
            rows: [
                ParsedRow(2, ["say \"hi\"", "\""])
            ]
        ),
        Case(
            name: "an empty quoted field",
            text: "a,b\n\"\",\"\"\n",
            rows: [
                ParsedRow(2, ["", ""])
            ]
        ),
        Case(
            name: "newlines inside quotes",
            text: "a,b\n\"1\n2\r\n3\",x\ny,z\n",
            rows: [
                ParsedRow(2, ["1\n2\r\n3", "x"]), ParsedRow(5, ["y", "z"]),
            ]
        ),
        Case(
            name: "spaces belong to the field",
            text: "a,b\n 1 , 2\n",
            rows: [
                ParsedRow(2, [" 1 ", " 2"])
            ]
        ),
        Case(
            name: "a quote inside a plain field stands for itself",
            text: "a,b\n5\" disk,x\n",
            rows: [
                ParsedRow(2, ["5\" disk", "x"])
            ]
        ),
        Case(
            name: "blank lines are passed over",
            text: "\n\r\na,b\n\n1,2\n  \n\n3,4\n\n",
            rows: [
                ParsedRow(5, ["1", "2"]), ParsedRow(8, ["3", "4"]),
            ]
        ),
        Case(
            name: "too few and too many fields",
            text: "a,b\n1\n1,2,3\n4,5\n",
            rows: [
                ParsedRow(2, [], fault: "has 1 fields where the header has 2"),
                ParsedRow(3, [], fault: "has 3 fields where the header has 2"),
                ParsedRow(4, ["4", "5"]),
            ]
        ),
        Case(
            name: "text after a closing quote",
            text: "a,b\n\"1\"2,3\n4,5\n",
            rows: [
                ParsedRow(2, [], fault: closing), ParsedRow(3, ["4", "5"]),
            ]
        ),
        Case(
            name: "a quote that is never closed",
            text: "a,b\n1,2\n3,\"4\n5,6\n7,8\n",
            rows: [
                ParsedRow(2, ["1", "2"]), ParsedRow(3, [], fault: unclosed),
                ParsedRow(4, ["5", "6"]), ParsedRow(5, ["7", "8"]),
            ]
        ),
        Case(
            name: "the same with CRLF",
            text: "a,b\r\n3,\"4\r\n5,6\r\n7,8",
            rows: [
                ParsedRow(2, [], fault: unclosed), ParsedRow(3, ["5", "6"]),
                ParsedRow(4, ["7", "8"]),
            ]
        ),
        // The stray quote of line 2 meets the opening quote of line 4.
        Case(
            name: "a stray quote before quoted rows",
            text: "a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\n",
            rows: [
                ParsedRow(2, [], fault: closing), ParsedRow(3, ["3", "4"]),
                ParsedRow(4, ["5", "6"]), ParsedRow(5, ["7", "8"]),
            ]
        ),
        Case(
            name: "an unclosed quote on the last line",
            text: "a,b\n1,\"2",
            rows: [
                ParsedRow(2, [], fault: unclosed)
            ]
        ),
        Case(name: "a header alone", text: "a,b\n", rows: []),
        Case(name: "nothing", text: "", rows: []),
        Case(
            name: "a single column",
            text: "a\n1\n\n2\n",
            rows: [
                ParsedRow(2, ["1"]), ParsedRow(4, ["2"]),
            ]
        ),
    ]

    @Test(arguments: cases)
    func `a text is read as RFC 4180 says`(_ example: Case) throws {
        #expect(try ParsedRow.csv(example.text) == example.rows)
    }

    @Test(arguments: cases)
    func `it does not matter where the pieces are cut`(_ example: Case) throws {
        let count = example.text.utf8.count
        for first in 0...count {
            for second in first...count {
                let rows = try ParsedRow.csv(example.text, cuts: [first, second])
                #expect(rows == example.rows, "cut at \(first) and \(second)")
            }
        }
    }

    @Test func `one byte at a time is the same as all at once`() throws {
        for example in Self.cases {
            let cuts = Array(0...example.text.utf8.count)
            #expect(try ParsedRow.csv(example.text, cuts: cuts) == example.rows)
        }
    }

    @Test func `a field over a megabyte is a bad row and the next one is good`() throws {
        let long = String(repeating: "x", count: 1_000_001)
        let text = "a,b\n\(long),1\n\"\(long)\n\",1\n2,3\n"
        let rows = try ParsedRow.csv(text, cuts: [100_000, 1_000_003, 1_500_000])
        let tooLong = "is longer than 1 MB in one field or 4 MB in all"
        #expect(rows.first == ParsedRow(2, [], fault: tooLong))
        #expect(rows.dropFirst().first == ParsedRow(3, [], fault: tooLong))
        #expect(rows.last == ParsedRow(5, ["2", "3"]))
    }

    @Test func `many stray quotes cost no more than they have lines`() throws {
        let text = "a,b\n" + String(repeating: "1,\"2\n3,4\n", count: 20_000)
        let rows = try ParsedRow.csv(text)
        #expect(rows.count == 40_000)
        #expect(rows.filter { $0.fault == nil }.count == 20_000)
    }

    @Test func `a broken header is an error that names its line`() {
        #expect(throws: CollectError.self) { try ParsedRow.csv("\n\"a\"b,c\n1,2\n") }
    }
}
