import Testing

@testable import D8SCollect

struct RESTPathTests {
    private func texts(_ path: String, in json: String) throws -> [String?] {
        let value = try JSONValue(parsing: Array(json.utf8))
        return try RESTPath(path).values(in: value).map(\.text)
    }

    /// RFC 6901, section 5: its document and the values that it names.
    @Test(arguments: [
        ("/foo/0", "bar"), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"),
        (#"/i\j"#, "5"), (#"/k"l"#, "6"), ("/ ", "7"), ("/m~0n", "8"),
    ])
    func `JSON Pointers lead where RFC 6901 says`(path: String, expected: String) throws {
        let json = #"""
            {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}
            """#
        #expect(try texts(path, in: json) == [expected])
    }

    @Test(arguments: ["/foo/00", "/foo/-", "/foo/2", "/foo/+1", "/bar", "/foo/0/x"])
    func `a pointer to nothing leads nowhere`(path: String) throws {
        #expect(try texts(path, in: #"{"foo":["bar","baz"]}"#).isEmpty)
    }

    @Test(arguments: [
        ("a.b", #"{"a":{"b":1}}"#, ["1"]),
        (".a.b", #"{"a":{"b":1}}"#, ["1"]),
        ("a[0]", #"{"a":[5,6]}"#, ["5"]),
        ("a[-1]", #"{"a":[5,6]}"#, ["6"]),
        ("a[-3]", #"{"a":[5,6]}"#, []),
        ("a[9223372036854775807]", #"{"a":[5,6]}"#, []),
        ("a[*].c", #"{"a":[{"c":1},{"d":2},{"c":null},{"c":3}]}"#, ["1", "3"]),
        ("a[*]", #"{"a":{"z":1,"b":2,"B":3}}"#, ["3", "2", "1"]),
        (#"["odd.name"][0]"#, #"{"odd.name":["x"]}"#, ["x"]),
        (
            "s[state=success,failure].at",
            #"{"s":[{"state":"a","at":1},{"state":"failure","at":2}]}"#, ["2"]
        ),
        ("[done=true].at", #"{"done":true,"at":2}"#, ["2"]),
        ("[done=true].at", #"{"done":false,"at":2}"#, []),
        (".", #""x""#, ["x"]),
        ("a.b", #"{"a":[1]}"#, []),
        ("Straße.größe", #"{"Straße":{"größe":1}}"#, ["1"]),
    ])
    func `paths lead to values`(path: String, json: String, expected: [String]) throws {
        #expect(try texts(path, in: json) == expected)
    }

    @Test(arguments: [
        ("", "empty"), ("a..b", "cannot begin"), ("a.", "name is missing"), ("a[", "] is missing"),
        ("a[x]", "none of"), ("a[]", "none of"), ("a[0]b", "dot is missing"), ("@rows", "neither"),
        ("a b", "dot is missing"), (" a", "cannot begin"), (#"["x"#, "is missing"),
        ("a[=1]", "none of"), ("/a~2", "~0"),
    ])
    func `what is no path is told so`(path: String, reason: String) {
        do throws(RESTSyntaxFault) {
            _ = try RESTPath(path)
            Issue.record("\(path) was read")
        } catch {
            #expect(error.reason.contains(reason), "\(error.reason)")
        }
    }

    @Test func `rows know their names and their containers`() throws {
        let json =
            #"{"jobs":{"b":{"url":"u","builds":[{"n":1},{"n":2}]},"a":{"builds":[{"n":3}]}}}"#
        let value = try JSONValue(parsing: Array(json.utf8))
        let rows = try RESTPath("jobs[*].builds[*]").rows(in: value)
        let numbers = try rows.map { try RESTPath("n").values(in: $0).first?.text }
        #expect(numbers == ["3", "1", "2"])
        let parents = try rows.map { try RESTPath("@parent.url").values(in: $0).first?.text }
        #expect(parents == [nil, "u", "u"])
        let keys = try RESTPath("jobs[*]").rows(in: value).map {
            try RESTPath("@key").values(in: $0).first?.text
        }
        #expect(keys == ["a", "b"])
    }
}
