import D8SModel
import Testing

@testable import D8SCollect

/// Text 0.0.4 as Prometheus' own parsers read it.
@Suite struct TextFormatTests {
    @Test(arguments: [
        ("a 1", ["a 1.0 1000"]),
        ("a 1\n", ["a 1.0 1000"]),
        ("  a\t 1 \t\n\n\t\n b 2", ["a 1.0 1000", "b 2.0 1000"]),
        ("a 1 5\nb 2 -7\nc 3\t+8 ", ["a 1.0 5", "b 2.0 -7", "c 3.0 8"]),
        ("a { b = \"c\" , d=\"e\" , } 1", ["a{b=\"c\",d=\"e\"} 1.0 1000"]),
        ("a{}1", ["a 1.0 1000"]),
        ("a{d=\"e\",b=\"c\"}1", ["a{b=\"c\",d=\"e\"} 1.0 1000"]),
        ("a{b=\"\",c=\"\"} 1", ["a 1.0 1000"]),
        ("a{b=\"\\\\ \\\" \\n \\x\"} 1", ["a{b=\"\\\\ \\\" \\n \\\\x\"} 1.0 1000"]),
        (
            "a{b=\"\u{1C} \u{2028} \u{E9} } , # \"} 1",
            ["a{b=\"\u{1C} \u{2028} \u{E9} } , # \"} 1.0 1000"]
        ),
        (
            "#\n#comment\n# another\n# HELP\n# EOF\n## TYPE\na 1\n# EOF\nb 2",
            ["a 1.0 1000", "b 2.0 1000"]
        ),
        (
            "# TYPE a counter\n# TYPE a gauge\na 1\n# TYPE a untyped\n#TYPE b summary\n",
            ["a 1.0 1000"]
        ),
        (
            "a -Inf\nb +inf\nc Infinity\nd 1e-3\ne -.5\nf 00012.50",
            [
                "a -inf 1000", "b inf 1000", "c inf 1000", "d 0.001 1000", "e -0.5 1000",
                "f 12.5 1000",
            ]
        ),
        (
            "{\"a.b\",c=\"d\"} 1\n{c=\"d\", \"a b\"} 2\n{\"x\"} 3",
            [
                "{\"a.b\",c=\"d\"} 1.0 1000", "{\"a b\",c=\"d\"} 2.0 1000", "x 3.0 1000",
            ]
        ),
        ("a 1\nb 2\na 3\na 4 5\na 4 5", ["a 1.0 1000", "b 2.0 1000", "a 4.0 5"]),
        ("", []),
    ])
    func `what Prometheus reads is read`(text: String, lines: [String]) throws {
        let page = try read(text.utf8, .text)
        #expect(page.lines == lines)
    }

    @Test(arguments: [
        ("a", 2, "there is no number"), ("a b", 3, "there is no number"),
        ("a 1 b", 5, "the time has to be whole milliseconds of 64 bits"),
        ("a 1 1.5", 6, "the line goes on where it should end"),
        ("a 1 99999999999999999999", 5, "the time has to be whole milliseconds of 64 bits"),
        ("a 1 2 3", 7, "the line goes on where it should end"),
        ("a 1\r", 4, "the value is no number"), ("1a 1", 1, "there is no metric name"),
        ("a{b=\"c\" 1", 9, "there is no label name"),
        ("a{b=\"c\"", 8, "the labels go on without , or }"),
        ("a{b=\"c", 5, "the quotes are not closed"),
        ("a{b='c'} 1", 5, "the label's value is not in quotes"),
        ("a{b=\"c\",,} 1", 9, "there is no label name"),
        ("a{b=\"1\",b=\"2\"} 1", 9, "the label b stands twice"),
        ("a 0x10", 4, "the value is no number"),
        ("a 1e999", 3, "the number does not fit in 64 bits"),
        ("a -nan", 3, "there is no number"),
        ("# TYPE a foo", 10, "there is no such type"),
        ("# HELP 1a b", 8, "there is no metric name"),
    ])
    func `what Prometheus refuses is refused, with its place`(
        text: String,
        column: Int,
        reason: String
    ) {
        #expect(throws: ExpositionFault(line: 2, column: column, reason: reason)) {
            try read(("ok 1\n" + text + "\nok 2\n").utf8, .text)
        }
    }

    @Test func `in a file the bad lines are left out and told`() throws {
        let text = "a 1\nb x\n\u{1}\nc 3\n"
        let page = try read(text.utf8, .text, leavesOutFaults: true)
        #expect(page.lines == ["a 1.0 1000", "c 3.0 1000"])
        #expect(page.faultCount == 2)
        #expect(page.faults.map(\.line) == [2, 3])
    }

    @Test func `a sample without a time needs one given`() throws {
        let page = try read("a 1\na 2 7\n".utf8, .text, leavesOutFaults: true, time: nil)
        #expect(page.lines == ["a 2.0 7"])
        #expect(page.faults.map(\.reason) == ["the sample has no time"])
    }

    @Test func `families are told once, and again when they change`() throws {
        var reader = ExpositionReader(ExpositionOptions(format: .text, time: 0))
        let first =
            "# HELP a_total It's \\\\ \\n\n# TYPE a_total counter\na_total 1\n# TYPE b histogram\n"
        let second = first.replacing("It's", with: "Now")
        for (text, count) in [(first, 2), (first, 0), (second, 1), (first, 1), (first, 0)] {
            reader.begin(time: 0)
            try feed(Array(text.utf8), to: &reader)
            #expect(reader.take().metrics.count == count)
        }
        reader = ExpositionReader(ExpositionOptions(format: .text, time: 0))
        try feed(Array(first.utf8), to: &reader)
        #expect(
            reader.take().metrics == [
                Metric(name: "a", kind: .counter, help: "It's \\ \n"),
                Metric(name: "b", kind: .histogram),
            ]
        )
    }

    @Test func `a page whose series stay keeps its list, whatever else changes`() throws {
        var reader = ExpositionReader(ExpositionOptions(format: .text, time: 0))
        func page(_ text: String, _ time: Int64) throws -> ExpositionPage {
            reader.begin(time: time)
            try feed(Array(text.utf8), to: &reader)
            return reader.take()
        }
        let first = try page("# HELP a x\na{b=\"c\"} 1\nb 2\n", 1)
        let second = try page("# HELP a y\na { b=\"c\" } 3\n\nb 4\n", 2)
        #expect(second.round.list === first.round.list)
        #expect(second.lines == ["a{b=\"c\"} 3.0 2", "b 4.0 2"])
        let third = try page("b 5\nnew 1\na{b=\"c\"} 6\n", 3)
        #expect(third.lines == ["b 5.0 3", "new 1.0 3", "a{b=\"c\"} 6.0 3"])
        #expect(third.newSeries == 1)
        let fourth = try page("b 5\nnew 2\na{b=\"c\"} 6\n", 4)
        #expect(fourth.round.list === third.round.list)
    }

    @Test func `a line that is too long is one fault, in pieces of any size`() throws {
        let long = "a{b=\"" + String(repeating: "x", count: ExpositionReader.lineLimit) + "\"} 1"
        let text = Array("ok 1\n\(long)\nok2 2\n".utf8)
        for size in [1000, 300_000, .max] {
            let page = try read(text, .text, leavesOutFaults: true, pieces: size)
            #expect(page.lines == ["ok 1.0 1000", "ok2 2.0 1000"])
            #expect(page.faults.map(\.line) == [2])
        }
    }

    @Test(
        arguments: [
            (
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                ExpositionFormat.openMetrics
            ),
            ("text/plain; version=0.0.4", .text), ("text/html", .text), (nil, .text),
            ("application/vnd.google.protobuf; proto=x", nil),
        ] as [(String?, ExpositionFormat?)] as [(String?, ExpositionFormat?)]
    )
    func `the content type names the format`(type: String?, format: ExpositionFormat?) {
        #expect(ExpositionFormat(contentType: type) == format)
    }

    @Test(arguments: [
        ("a 1\n# EOF\n", ExpositionFormat.openMetrics), ("# EOF", .openMetrics),
        ("a 1\n", .text), ("a 1 # EOF", .text), ("", .text),
    ])
    func `a file's end names its format`(text: String, format: ExpositionFormat) {
        #expect(ExpositionFormat(ending: Array(text.utf8)) == format)
    }

    /// Expected: Python's `float`, `int(decimal.Decimal(text) * 1000)`.
    @Test(arguments: [
        ("0.1", 0.1), ("123456789012345678", 123_456_789_012_345_680),
        ("9007199254740993", 9007199254740992), ("1.7976931348623157e308", 1.7976931348623157e308),
        ("4.9e-324", .leastNonzeroMagnitude), ("1e-400", 0),
        ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown),
        ("-0", -0.0), ("0.30000000000000004", 0.30000000000000004), ("1e23", 1e23),
        ("8.41e21", 8.41e21), ("1e22", 1e22), ("00000000000000000000000001", 1),
        ("123456789012345678901234567890", 1.2345678901234568e29),
        ("0.000000000000000000000000000001", 1e-30),
    ])
    func `numbers are the nearest there are`(text: String, value: Double) throws {
        let page = try read("a \(text)\n".utf8, .text)
        #expect(page.round.values.map(\.bitPattern) == [value.bitPattern])
    }

    @Test(arguments: [
        ("1520879607.789", 1_520_879_607_789), ("1605281325.9999", 1_605_281_325_999),
        ("-1.5", -1500), ("1e3", 1_000_000), ("1.5e-4", 0), ("0.001", 1), ("123", 123_000),
        ("1604676851.123456789", 1_604_676_851_123), ("9e15", 9_000_000_000_000_000_000),
    ])
    func `OpenMetrics' seconds become whole milliseconds`(text: String, time: Int64) throws {
        let page = try read("a 1 \(text)\n# EOF\n".utf8, .openMetrics)
        #expect(page.round.times == [time])
    }
}
