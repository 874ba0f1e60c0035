import D8SModel
import Testing

@testable import D8SQuery

/// What Prometheus' `template/template_test.go` expects (Apache-2.0), values and errors.
struct TemplateTests {
    @Test(arguments: Self.texts)
    func `a template becomes what Prometheus makes of it`(
        template: String,
        text: String
    ) async throws {
        #expect(try await expand(template) == text)
    }

    @Test(arguments: Self.numbers)
    func `numbers are short, given as numbers or as texts`(
        function: String,
        numbers: [Double],
        text: String
    ) async throws {
        let template = "{{ range . }}{{ \(function) . }}:{{ end }}"
        #expect(try await expand(template, .list(numbers.map { .number($0) })) == text)
        let texts = numbers.map { TemplateValue.text(GoNumber.text($0)) }
        #expect(try await expand(template, .list(texts)) == text)
    }

    @Test(arguments: Self.faults)
    func `a fault is told in Prometheus' words`(template: String, message: String) async {
        await #expect(throws: TemplateFault(message)) { try await expand(template) }
    }

    @Test func `a template cannot take for ever`() async {
        let deep = String(repeating: "{{if true}}", count: 5000)
        await #expect(throws: TemplateFault.self) { try await expand(deep) }
        let endless = "{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}"
        await #expect(throws: TemplateFault.self) { try await expand(endless) }
        let large = "{{range 100000}}0123456789{{end}}"
        await #expect(throws: TemplateFault.self) { try await expand(large) }
    }

    private func expand(
        _ text: String,
        _ dot: TemplateValue = .absent
    ) async throws(TemplateFault) -> String {
        let template = try TemplateParser.read(text, name: "test")
        let samples = [("b", 21.0), ("a", 11.0)].map { instance, value in
            let labels = [Label("instance", instance), Label("__value__", "text")]
            let series = Series(metric: "metric", labels: labels)
            return InstantSample(series: series, time: 0, value: value)
        }
        let expander = TemplateExpander(externalURL: "http://testhost:9090/path/prefix") {
            expression,
            _ throws(QueryError) in
            QueryAnswer(value: .vector(expression == "metric" ? samples : []))
        }
        return try await expander.expand(template, dot, at: Instant(milliseconds: 0))
    }

    private static let texts: [(String, String)] = [
        ("plain text", "plain text"),
        ("{{ 1 }}", "1"),
        ("{{ \"<b>\" }}", "<b>"),
        ("{{define \"x\"}}{{.arg0}} {{.arg1}}{{end}}{{template \"x\" (args 1 \"2\")}}", "1 2"),
        ("{{ query \"metric\" | first | value }}", "21"),
        ("{{ query \"metric\" | first | label \"instance\" }}", "b"),
        ("{{ query \"metric\" | first | strvalue }}", "text"),
        ("{{ query \"metric\" | first | label \"foo\" }}", ""),
        ("{{ $x := query \"metric\" | first }}{{ $x.Labels.foo }}", ""),
        (
            "{{ range query \"metric\" | sortByLabel \"instance\" }}"
                + "{{.Labels.instance}}:{{.Value}}: {{end}}", "a:11: b:21: "
        ),
        ("{{ \"foo.example.com\" | stripPort }}", "foo.example.com"),
        ("{{ \"foo.example.com:12345\" | stripPort }}", "foo.example.com"),
        ("{{ \"192.0.2.1\" | stripPort }}", "192.0.2.1"),
        ("{{ \"192.0.2.1:12345\" | stripPort }}", "192.0.2.1"),
        ("{{ \"2001:0DB8::1\" | stripPort }}", "2001:0DB8::1"),
        ("{{ \"[2001:0DB8::1]:12345\" | stripPort }}", "2001:0DB8::1"),
        ("{{ \"[2001:0DB8::1]::12345\" | stripPort }}", "[2001:0DB8::1]::12345"),
        ("{{ .Foo }}", "<no value>"),
        ("{{ reReplaceAll \"(a)b\" \"x$1\" \"ab\" }}", "xa"),
        // go: regexp.MustCompile(…).ReplaceAllString(…)
        ("{{ reReplaceAll \"a*\" \"-\" \"baac\" }}", "-b-c-"),
        ("{{ reReplaceAll \"^(?P<x>.)|b$\" \"<${x}>\" \"abab\" }}", "<a>ba<>"),
        ("{{ reReplaceAll \"(.)\" \"$9999999999999999999 $1\" \"ab\" }}", " a b"),
        ("{{ reReplaceAll \"(.*):.*\" \"$1\" \"db:9100\" }}", "db"),
        (
            "{{ -0.22222 | humanizePercentage }}:{{ 0.0 | humanizePercentage }}:"
                + "{{ 0.1234567 | humanizePercentage }}:{{ 1.23456 | humanizePercentage }}",
            "-22.22%:0%:12.35%:123.5%"
        ),
        ("{{ 1435065584.128 | humanizeTimestamp }}", "2015-06-23 13:19:44.128 +0000 UTC"),
        ("{{ (1435065584.128 | toTime).Format \"2006\" }}", "2015"),
        ("{{ (\"1435065584.128\" | toTime).Format \"2006\" }}", "2015"),
        ("{{ \"aa bb CC\" | title }}", "Aa Bb CC"),
        ("{{ \"aa bb CC\" | toUpper }}", "AA BB CC"),
        ("{{ \"aA bB CC\" | toLower }}", "aa bb cc"),
        ("{{ match \"a+\" \"aa\" }} {{ match \"a+\" \"b\" }}", "true false"),
        ("{{ graphLink \"up\" }}", "/graph?g0.expr=up&g0.tab=0"),
        ("{{ tableLink \"up\" }}", "/graph?g0.expr=up&g0.tab=1"),
        ("{{ pathPrefix }}", "/path/prefix"),
        ("{{ externalURL }}", "http://testhost:9090/path/prefix"),
        ("{{ printf \"%0.2f\" (parseDuration \"1h2m10ms\") }}", "3720.01"),
    ]

    private static let numbers: [(String, [Double], String)] = [
        (
            "humanize", [0.0, 1.0, 1_234_567.0, 0.12], "0:1:1.235M:120m:"
        ),
        ("humanize", [0, -1, 1, 1_234_567, 0x1p63], "0:-1:1:1.235M:9.223E:"),
        ("humanize1024", [0.0, 1.0, 1_048_576.0, 0.12], "0:1:1Mi:0.12:"),
        ("humanize1024", [0, -1, 1, 1_234_567, 0x1p63], "0:-1:1:1.177Mi:8Ei:"),
        (
            "humanizeDuration", [0, 1, 60, 3600, 86_400, 90_000, -183_845, 899.99],
            "0s:1s:1m 0s:1h 0m 0s:1d 0h 0m 0s:1d 1h 0m 0s:-2d 3h 4m 5s:14m 59s:"
        ),
        (
            "humanizeDuration", [0.1, 0.0001, 0.12345, 60.1, 60.5, 1.2345, 12.345],
            "100ms:100us:123.5ms:1m 0s:1m 0s:1.234s:12.35s:"
        ),
        ("humanize", [.infinity, -.infinity, .nan], "+Inf:-Inf:NaN:"),
        ("humanize1024", [.infinity, -.infinity, .nan], "+Inf:-Inf:NaN:"),
        ("humanizeDuration", [.infinity, -.infinity, .nan], "+Inf:-Inf:NaN:"),
        ("humanizeTimestamp", [.infinity, -.infinity, .nan], "+Inf:-Inf:NaN:"),
        (
            "humanizePercentage", [0, -1, 1, 1_234_567, 0x1p63],
            "0%:-100%:100%:1.235e+08%:9.223e+20%:"
        ),
        (
            "humanizeTimestamp", [0, -1, 1, 1_234_567, 9_223_372_036],
            "1970-01-01 00:00:00 +0000 UTC:1969-12-31 23:59:59 +0000 UTC:"
                + "1970-01-01 00:00:01 +0000 UTC:1970-01-15 06:56:07 +0000 UTC:"
                + "2262-04-11 23:47:16 +0000 UTC:"
        ),
    ]

    private static let faults: [(String, String)] = [
        (
            "{{\u{A0}}}",
            "error parsing template test: template: test:1: "
                + "unrecognized character in action: U+00A0"
        ),
        ("{{", "error parsing template test: template: test:1: unclosed action"),
        (
            "{{ query \"missing\" | first }}",
            "error executing template test: template: test:1:21: executing \"test\" at <first>: "
                + "error calling first: first() called on vector with no elements"
        ),
        (
            "{{ (query \"missing\").banana }}",
            "error executing template test: template: test:1:10: executing \"test\" at "
                + "<\"missing\">: can't evaluate field banana in type template.queryResult"
        ),
        (
            "{{ humanize \"one\" }}",
            "error executing template test: template: test:1:3: executing \"test\" at "
                + "<humanize \"one\">: error calling humanize: strconv.ParseFloat: "
                + "parsing \"one\": invalid syntax"
        ),
        (
            "{{ \"one\" | humanizePercentage }}",
            "error executing template test: template: test:1:11: executing \"test\" at "
                + "<humanizePercentage>: error calling humanizePercentage: strconv.ParseFloat: "
                + "parsing \"one\": invalid syntax"
        ),
        (
            "{{ humanizeTimestamp 18446744073709551615.0 }}",
            "error executing template test: template: test:1:3: executing \"test\" at "
                + "<humanizeTimestamp 18446744073709551615.0>: error calling humanizeTimestamp: "
                + "1.8446744073709552e+19 cannot be represented as a nanoseconds timestamp since "
                + "it overflows int64"
        ),
    ]
}
