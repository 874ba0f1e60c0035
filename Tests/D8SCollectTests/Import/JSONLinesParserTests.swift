import Testing

@testable import D8SCollect

/// The rules are those of RFC 8259; the rows were read by hand.
@Suite struct JSONLinesParserTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let rows: [ParsedRow]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "keys in any order",
            text: #"""
                {"a":"1","b":"2"}
                { "b" : "4" , "a" : "3" }
                """#,
            rows: [ParsedRow(1, ["1", "2"]), ParsedRow(2, ["3", "4"])]
        ),
        Case(
            name: "a key that comes later",
            text: "{\"a\":1}\n{\"a\":2,\"b\":3}\r\n{\"b\":4}\n",
            rows: [
                ParsedRow(1, ["1"]), ParsedRow(2, ["2", "3"]), ParsedRow(3, ["", "4"]),
            ]
        ),
        Case(
            name: "numbers, words and null",
            text: #"{"a":-1.5e3,"b":true,"c":false,"d":null}"#,
            rows: [ParsedRow(1, ["-1.5e3", "true", "false", ""])]
        ),
        Case(
            name: "escapes",
            text: #"{"a":"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00"}"#,
            rows: [ParsedRow(1, ["\"\\/\u{8}\u{c}\n\r\té😀"])]
        ),
        Case(
            name: "an array of texts",
            text: #"{"a":["x","y",[1]],"b":[]}"#,
            rows: [ParsedRow(1, ["x y 1", ""])]
        ),
        Case(
            name: "a nested object",
            text: #"{"a":{"b":"1","c":{"d":2}},"e":{}}"#,
            rows: [ParsedRow(1, ["1", "2"])]
        ),
        Case(name: "blank lines", text: "\n  \n{\"a\":1}\n\n", rows: [ParsedRow(3, ["1"])]),
        Case(
            name: "no object",
            text: "{\"a\":1}\n[1]\nnull\n{\"a\":2}",
            rows: [
                ParsedRow(1, ["1"]), ParsedRow(2, [], fault: "is no JSON object"),
                ParsedRow(3, [], fault: "is no JSON object"), ParsedRow(4, ["2"]),
            ]
        ),
        Case(
            name: "cut short",
            text: "{\"a\":1\n{\"a\":2}",
            rows: [
                ParsedRow(1, [], fault: "is no valid JSON at byte 7"), ParsedRow(2, ["2"]),
            ]
        ),
        Case(
            name: "half a surrogate pair",
            text: #"{"a":"\uD83D"}"#,
            rows: [
                ParsedRow(1, [], fault: "is no valid JSON at byte 13")
            ]
        ),
        Case(
            name: "text afterwards",
            text: #"{"a":1}{"a":2}"#,
            rows: [
                ParsedRow(1, [], fault: "has text after the JSON object")
            ]
        ),
        Case(
            name: "a key twice",
            text: #"{"a":1,"a":2}"#,
            rows: [
                ParsedRow(1, [], fault: "has the key a twice")
            ]
        ),
    ]

    @Test(arguments: cases)
    func `a line is read as RFC 8259 says`(_ example: Case) throws {
        #expect(try ParsedRow.json(example.text) == example.rows)
    }

    @Test(arguments: cases)
    func `it does not matter where the pieces are cut`(_ example: Case) throws {
        let count = example.text.utf8.count
        for first in 0...count {
            for second in first...count {
                let rows = try ParsedRow.json(example.text, cuts: [first, second])
                #expect(rows == example.rows, "cut at \(first) and \(second)")
            }
        }
    }

    @Test func `an object nested a thousand deep is a bad row`() throws {
        let text =
            String(repeating: "{\"a\":", count: 1000) + "1" + String(repeating: "}", count: 1000)
        #expect(try ParsedRow.json(text).first?.fault == "is nested too deeply")
        let array = "{\"a\":" + String(repeating: "[", count: 100_000)
        #expect(try ParsedRow.json(array).first?.fault != nil)
    }

    @Test func `a line over four megabytes is a bad row and the next one is good`() throws {
        let text = "{\"a\":\"" + String(repeating: "x", count: 5_000_000) + "\"}\n{\"a\":1}\n"
        let rows = try ParsedRow.json(text, cuts: [1_000_000, 2_000_000, 4_500_000])
        #expect(rows == [ParsedRow(1, [], fault: "is longer than 4 MB"), ParsedRow(2, ["1"])])
    }
}
