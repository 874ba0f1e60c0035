import Testing

@testable import D8SCollect

/// What OpenMetrics 1.0 allows and forbids, paragraph by paragraph of its text; `# EOF` is added.
@Suite struct OpenMetricsRulesTests {
    @Test(arguments: [
        "",
        "# TYPE foo gauge\n",
        "# TYPE foo gauge\nfoo 17.0\n",
        "# TYPE foo gauge\nfoo{a=\"bb\"} 17.0\nfoo{a=\"ccc\"} 17.0\n",
        "# TYPE foo gauge\nfoo{a=\"b\"} 17.0 1520879607.789\n",
        "# TYPE foo gauge\nfoo 17.0 123\nfoo 18.0 456\n",
        "# TYPE foo counter\nfoo_total 17.0\nfoo_created 1520430000.123\n",
        "# TYPE foo counter\nfoo_total 17.0 1520879607.789\nfoo_created 1520430000.123 1520879607.789\n",
        "# TYPE foo stateset\nfoo{foo=\"a\"} 0\nfoo{foo=\"bb\"} 1\nfoo{foo=\"ccc\"} 0\n",
        "# TYPE foo info\nfoo_info{name=\"pretty name\",version=\"8.2.7\"} 1\n",
        "# TYPE foo info\nfoo_info{entity=\"a\",version=\"1\"} 1.0\nfoo_info{entity=\"b\",version=\"2\"} 1.0\n",
        "# TYPE foo info\nfoo_info{a=\"1\"} 1 5\nfoo_info{a=\"2\"} 1 4\n",
        "# TYPE foo summary\nfoo_count 17.0\nfoo_sum 324789.3\nfoo_created 1520430000.123\n",
        "# TYPE foo summary\nfoo{quantile=\"0.95\"} 123.7\nfoo{quantile=\"0.99\"} NaN\n",
        "# TYPE foo summary\nfoo{quantile=\"1\"} 1\nfoo{quantile=\"0\"} 0\n",
        """
        # TYPE foo histogram
        foo_bucket{le="0.0"} 0
        foo_bucket{le="1e-05"} 0
        foo_bucket{le="0.1"} 8
        foo_bucket{le="100000.0"} 11
        foo_bucket{le="1.1e+23"} 17
        foo_bucket{le="+Inf"} 17
        foo_count 17
        foo_sum 324789.3
        foo_created 1520430000.123

        """,
        """
        # TYPE foo histogram
        foo_bucket{le="0.01"} 0
        foo_bucket{le="0.1"} 8 # {} 0.054
        foo_bucket{le="1"} 11 # {trace_id="KOO5S4vxi0o"} 0.67
        foo_bucket{le="10"} 17 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789
        foo_bucket{le="+Inf"} 17
        """ + "\n",
        "# TYPE foo histogram\nfoo_bucket{le=\"-1\"} 1\nfoo_bucket{le=\"+Inf\"} 1\n",
        """
        # TYPE foo gaugehistogram
        foo_bucket{le="0.01"} 20.0
        foo_bucket{le="+Inf"} 42.0
        foo_gcount 42.0
        foo_gsum 3289.3

        """,
        "# TYPE foo gaugehistogram\nfoo_bucket{le=\"-1\"} 1\nfoo_bucket{le=\"+Inf\"} 1\nfoo_gcount 1\nfoo_gsum -2\n",
        "# TYPE foo unknown\nfoo 42.23\n",
        "foo_total 42.23\nbar -1\n",
        "# TYPE foo_seconds counter\n# UNIT foo_seconds seconds\n# HELP foo_seconds a\n",
        "# UNIT foo_seconds seconds\n# HELP foo_seconds a \\n \\\" \\\\ \\x \"b\"\n# TYPE foo_seconds gauge\n",
        "# TYPE foo gauge\n# UNIT foo \n# HELP foo \nfoo 1\n",
        "bar_seconds_count 0\n",
        "bar_seconds_count{} 0\n",
        "bar_seconds_count{a=\"x\",b=\"escaping\\\" example \\n \\\\ \\d\"} 0\n",
        "a 1\nb 1e5\nc -1.5E-3\nd +Inf\ne -infinity\nf nan\ng .5\nh 1.\ni 0042\nj +7\n",
        "a 1 -5\nb 1 1.5e3\nc 1 +0.000000001\nd 1 1.\n",
        "# TYPE a:b gauge\na:b{c=\"\u{1F600} \u{0} \t\"} 1\n",
        "# TYPE foo counter\nfoo_total 1 # {} 2\nfoo_total{a=\"b\"} 2 123 # {a=\"b\"} NaN -1.5\n",
        """
        # TYPE foo_seconds summary
        # UNIT foo_seconds seconds
        foo_seconds_count{a="bb"} 0 123
        foo_seconds_sum{a="bb"} 0 123
        foo_seconds_count{a="bb"} 0 456
        foo_seconds_sum{a="bb"} 0 456
        foo_seconds_count{a="ccc"} 0 123
        foo_seconds_sum{a="ccc"} 0 123

        """,
        "# TYPE \"my.metric\" counter\n{\"my.metric_total\",a=\"b\"} 1\n{\"my.metric_total\",\"c.d\"=\"b\"} 1\n",
    ])
    func `what the specification allows is read`(text: String) throws {
        let page = try read((text + "# EOF\n").utf8, .openMetrics)
        #expect(page.samples == text.split(separator: "\n").count { !$0.hasPrefix("#") })
        #expect(page.repeated == 0)
        _ = try read((text + "# EOF").utf8, .openMetrics)
    }

    @Test(
        arguments: [
            // Overall structure.
            ("a 1\n\n", 2, 1, "the line is empty"),
            ("a 1\r\n", 1, 4, "the value is no number"),
            ("# HELP a b\r\n", 1, 11, "the line ends with \\r"),
            ("# EOF\n", 2, 1, "there is more behind # EOF"),
            ("\u{FEFF}a 1\n", 1, 1, "there is no metric name"),
            // Metadata.
            ("# a comment\n", 1, 1, "a line with # has to be TYPE, UNIT, HELP or EOF"),
            ("#TYPE a gauge\n", 1, 1, "a line with # has to be TYPE, UNIT, HELP or EOF"),
            ("#\n", 1, 1, "a line with # has to be TYPE, UNIT, HELP or EOF"),
            ("# TYPE a\n", 1, 9, "a name and one space have to stand before the text"),
            ("# HELP a\n", 1, 9, "a name and one space have to stand before the text"),
            ("# TYPE a untyped\n", 1, 10, "there is no such type"),
            ("# TYPE a Gauge\n", 1, 10, "there is no such type"),
            ("# TYPE a  gauge\n", 1, 10, "there is no such type"),
            ("# TYPE a gauge \n", 1, 10, "there is no such type"),
            ("# TYPE  a gauge\n", 1, 8, "there is no metric name"),
            ("#  TYPE a gauge\n", 1, 1, "a line with # has to be TYPE, UNIT, HELP or EOF"),
            ("#\tTYPE a gauge\n", 1, 1, "a line with # has to be TYPE, UNIT, HELP or EOF"),
            ("# TYPE 0a gauge\n", 1, 8, "there is no metric name"),
            ("# TYPE a gauge\n# TYPE a gauge\n", 2, 1, "the family has two lines of TYPE"),
            ("# HELP a b\n# HELP a b\n", 2, 1, "the family has two lines of HELP"),
            ("# UNIT a_b b\n# UNIT a_b b\n", 2, 1, "the family has two lines of UNIT"),
            ("# UNIT a \n# UNIT a \n", 2, 1, "the family has two lines of UNIT"),
            (
                "# TYPE foo counter\n# UNIT foo seconds\n", 2, 12,
                "the family's name has to end with _ and the unit"
            ),
            ("# UNIT seconds seconds\n", 1, 16, "the family's name has to end with _ and the unit"),
            ("# TYPE a_b info\n# UNIT a_b b\n", 3, 1, "an info or a stateset has no unit"),
            (
                "# TYPE a_b stateset\n# UNIT a_b b\na_b{a_b=\"c\"} 1\n", 3, 1,
                "an info or a stateset has no unit"
            ),
            ("# TYPE a gauge\na 1\n# HELP a b\n", 3, 1, "metadata has to stand before the samples"),
            ("a 1\n# TYPE a gauge\n", 2, 1, "metadata has to stand before the samples"),
            // Families.
            ("# TYPE a gauge\na 1\nb 1\na{c=\"d\"} 1\n", 4, 1, "another family has the name a"),
            (
                "# TYPE a gauge\na 1\nb 1\n# TYPE a gauge\n", 4, 1,
                "the family stands twice, or its name is that of another's sample"
            ),
            (
                "# TYPE foo_created gauge\nfoo_created 1\n# TYPE foo counter\nfoo_total 1\n", 4, 1,
                "another family has the name foo_created"
            ),
            (
                "# TYPE foo counter\nfoo_total 1\n# TYPE foo_created gauge\n", 3, 1,
                "the family stands twice, or its name is that of another's sample"
            ),
            (
                "# TYPE foo counter\n# TYPE foo_total gauge\n", 2, 1,
                "the family stands twice, or its name is that of another's sample"
            ),
            // Suffixes.
            ("# TYPE foo counter\nfoo 1\n", 2, 1, "another family has the name foo"),
            (
                "# TYPE foo gauge\nfoo 1\nfoo_total 1\nfoo 1\n", 4, 1,
                "another family has the name foo"
            ),
            ("# TYPE foo info\nfoo 1\n", 2, 1, "another family has the name foo"),
            ("# TYPE foo histogram\nfoo 1\n", 2, 1, "another family has the name foo"),
            (
                "# TYPE foo histogram\nfoo_gsum 1\nfoo_bucket{le=\"+Inf\"} 1\n", 3, 1,
                "another family has the name foo_bucket"
            ),
            // Metrics and points.
            ("a 1\na 2\n", 2, 1, "the series stands twice"),
            ("a{b=\"c\",d=\"e\"} 1\na{d=\"e\",b=\"c\"} 2\n", 2, 1, "the series stands twice"),
            (
                "a{b=\"1\"} 1\na{b=\"2\"} 1\na{b=\"1\"} 1\n", 3, 1,
                "the samples of a metric have to stand together"
            ),
            ("a 1 2\na 1 1\n", 2, 1, "the time goes back within a metric"),
            ("a 1 0.2\na 1 0.1999999\n", 2, 1, "the time goes back within a metric"),
            ("a 1 2\na 1\n", 2, 1, "either all samples of a metric have times or none"),
            ("a 1\na 1 2\n", 2, 1, "either all samples of a metric have times or none"),
            (
                "# TYPE a summary\na_count{b=\"1\"} 0 1\na_count{b=\"2\"} 0 1\na_count{b=\"1\"} 0 2\n",
                4, 1, "the samples of a metric have to stand together"
            ),
            (
                "# TYPE a summary\na_count 0 1\na_count 0 2\na_sum 0 1\n", 4, 1,
                "the time goes back within a metric"
            ),
            // Values.
            ("# TYPE a counter\na_total -1\n", 2, 1, "a count or sum cannot be negative"),
            ("# TYPE a counter\na_total NaN\n", 2, 1, "a count or sum cannot be NaN"),
            ("# TYPE a counter\na_created 1\n", 3, 1, "the counter a has no total"),
            ("# TYPE a stateset\na{a=\"b\"} 2\n", 2, 1, "a state is 0 or 1"),
            ("# TYPE a stateset\na{b=\"b\"} 1\n", 2, 1, "a state needs a label a with its name"),
            ("# TYPE a info\na_info 0\n", 2, 1, "the value of an info has to be 1"),
            (
                "# TYPE a summary\na{quantile=\"0.5\"} -1\n", 2, 1,
                "a quantile's value cannot be negative"
            ),
            (
                "# TYPE a summary\na{quantile=\"1.5\"} 1\n", 2, 1,
                "a sample of a summary needs a label quantile from 0 to 1"
            ),
            (
                "# TYPE a summary\na{quantile=\"NaN\"} 1\n", 2, 1,
                "a sample of a summary needs a label quantile from 0 to 1"
            ),
            (
                "# TYPE a summary\na 1\n", 2, 1,
                "a sample of a summary needs a label quantile from 0 to 1"
            ),
            ("# TYPE a summary\na_sum -1\n", 2, 1, "a count or sum cannot be negative"),
            ("# TYPE a summary\na_count 1.5\n", 2, 1, "a count of events has to be a whole number"),
            (
                "# TYPE a summary\na_count{quantile=\"1\"} 1\n", 2, 1,
                "only a quantile may have the label quantile"
            ),
            // Histograms.
            ("# TYPE a histogram\na_bucket 1\n", 2, 1, "a bucket needs a label le with a number"),
            (
                "# TYPE a histogram\na_bucket{le=\"x\"} 1\n", 2, 1,
                "a bucket needs a label le with a number"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"NaN\"} 1\n", 2, 1,
                "a bucket needs a label le with a number"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"inf\"} 1\n", 2, 1,
                "the largest threshold has to be written +Inf"
            ),
            ("# TYPE a histogram\na_bucket{le=\"1\"} 1\n", 3, 1, "a has no bucket +Inf"),
            ("# TYPE a histogram\na_count 1\na_sum 1\n", 4, 1, "a has no bucket +Inf"),
            (
                "# TYPE a histogram\na_bucket{le=\"2\"} 1\na_bucket{le=\"1\"} 1\n", 3, 1,
                "the buckets are not in the order of le"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"1.0\"} 1\n", 3, 1,
                "the buckets are not in the order of le"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\n", 3, 1,
                "a bucket counts less than the one before"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 0.5\n", 2, 1,
                "a count of events has to be a whole number"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} -1\n", 2, 1,
                "a count or sum cannot be negative"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} NaN\n", 2, 1,
                "a count or sum cannot be NaN"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\na_sum 1\n", 5, 1,
                "a counts other than its bucket +Inf"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_sum 1\n", 4, 1,
                "a has a sum without a count"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\n", 4, 1,
                "a has a count without a sum"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"-1\"} 0\na_bucket{le=\"+Inf\"} 1\na_count 1\na_sum 1\n",
                6, 1, "a has a sum though a threshold is negative"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\na_sum NaN\n", 4, 1,
                "a count or sum cannot be NaN"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count{le=\"1\"} 1\n", 3, 1,
                "only a bucket may have the label le"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 1\na_count 1 1\na_bucket{le=\"+Inf\"} 2 2\n",
                4, 1, "the point before has a count without a sum"
            ),
            (
                "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gsum 1\n", 4, 1,
                "a has a sum without a count"
            ),
            (
                "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 1\na_gsum -1\n", 5, 1,
                "a has a negative sum though no threshold is negative"
            ),
            (
                "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} -1\n", 2, 1,
                "a count or sum cannot be negative"
            ),
            // Exemplars.
            (
                "# TYPE a gauge\na 1 # {} 1\n", 2, 1,
                "only a counter's total and a bucket may have an exemplar"
            ),
            (
                "# TYPE a counter\na_total 1\na_created 1 # {} 1\n", 3, 1,
                "only a counter's total and a bucket may have an exemplar"
            ),
            (
                "# TYPE a histogram\na_bucket{le=\"1\"} 1 # {} 2\n", 2, 1,
                "the exemplar is above its bucket's threshold"
            ),
            (
                "# TYPE a counter\na_total 1 # {a=\"b\",a=\"c\"} 1\n", 2, 20,
                "the label a stands twice"
            ),
            ("# TYPE a counter\na_total 1 # {\"b\"} 1\n", 2, 14, "there are two metric names"),
            ("# TYPE a counter\na_total 1 # 1\n", 2, 13, "an exemplar has to begin with {"),
            ("# TYPE a counter\na_total 1 # {}\n", 2, 15, "there has to be a space"),
            ("# TYPE a counter\na_total 1 # {} \n", 2, 16, "there is no number"),
            ("# TYPE a counter\na_total 1 # {} 1 NaN\n", 2, 18, "there is no time in seconds"),
            ("# TYPE a counter\na_total 1 #{} 1\n", 2, 12, "there has to be a space"),
            ("# TYPE a counter\na_total 1# {} 1\n", 2, 10, "the value is no number"),
            (
                "# TYPE a counter\na_total 1 # {} 1 1 \n", 2, 19,
                "the line goes on where it should end"
            ),
        ] as [(String, Int, Int, String)]
    )
    func `what the specification forbids is refused, with its place`(
        text: String,
        line: Int,
        column: Int,
        reason: String
    ) {
        let fault = ExpositionFault(line: line, column: column, reason: reason)
        #expect(throws: fault) { try read((text + "# EOF\n").utf8, .openMetrics) }
    }

    @Test(arguments: [
        ("0a 1\n", 1, "there is no metric name"),
        (" a 1\n", 1, "there is no metric name"),
        ("a\n", 2, "there is no space before the value"),
        ("a \n", 3, "there is no number"),
        ("a  1\n", 3, "there is no number"),
        ("a\t1\n", 2, "there is no space before the value"),
        ("a 1 \n", 5, "there is no time in seconds"),
        ("a 1\t\n", 4, "there has to be a space"),
        ("a 1 1 \n", 7, "only an exemplar may stand here"),
        ("a 1  1\n", 5, "there is no time in seconds"),
        ("a 0x1p3\n", 4, "the value is no number"),
        ("a 1_000\n", 4, "the value is no number"),
        ("a 1e\n", 4, "the value is no number"),
        ("a 1e400\n", 3, "the number does not fit in 64 bits"),
        ("a +nan\n", 3, "there is no number"),
        ("a infinit\n", 3, "there is no number"),
        ("a .\n", 3, "there is no number"),
        ("a 1,5\n", 4, "the value is no number"),
        ("a 1 NaN\n", 5, "there is no time in seconds"),
        ("a 1 +Inf\n", 5, "there is no time in seconds"),
        ("a 1 1e300\n", 5, "the time is out of range"),
        ("a{ b=\"c\"} 1\n", 3, "there is no label name"),
        ("a{b =\"c\"} 1\n", 4, "there is no = behind the label's name"),
        ("a{b= \"c\"} 1\n", 5, "the label's value is not in quotes"),
        ("a{b=\"c\" } 1\n", 8, "the labels go on without , or }"),
        ("a{b=\"c\"}  1\n", 10, "there is no number"),
        ("a{b=\"c\"}1\n", 9, "there is no space before the value"),
        ("a {b=\"c\"} 1\n", 3, "there is no number"),
        ("a{b=\"c\",} 1\n", 9, "a label has to follow the comma"),
        ("a{,b=\"c\"} 1\n", 3, "there is no label name"),
        ("a{b=\"c\"d=\"e\"} 1\n", 8, "the labels go on without , or }"),
        ("a{b='c'} 1\n", 5, "the label's value is not in quotes"),
        ("a{b=c} 1\n", 5, "the label's value is not in quotes"),
        ("a{0b=\"c\"} 1\n", 3, "there is no label name"),
        ("a{b:c=\"c\"} 1\n", 4, "there is no = behind the label's name"),
        ("a{b=\"c} 1\n", 5, "the quotes are not closed"),
        ("a{b=\"c\\\"} 1\n", 5, "the quotes are not closed"),
        ("a{b=\"c\\\n", 5, "the quotes are not closed"),
        ("a{b=\"c\",b=\"d\"} 1\n", 9, "the label b stands twice"),
        ("a{__name__=\"b\"} 1\n", 3, "the label name __name__ is reserved"),
        ("a{\"b\"} 1\n", 3, "there are two metric names"),
        ("{b=\"c\"} 1\n", 1, "there is no metric name"),
        ("{\"\",b=\"c\"} 1\n", 3, "the metric name is empty"),
        ("{\"b\",\"c\"} 1\n", 6, "there are two metric names"),
        ("{\"b\",\"\"=\"c\"} 1\n", 7, "the label's name is empty"),
        ("\u{E9} 1\n", 1, "there is no metric name"),
        ("a\u{E9} 1\n", 2, "there is no space before the value"),
    ])
    func `what the grammar forbids is refused, with its place`(
        text: String,
        column: Int,
        reason: String
    ) {
        let fault = ExpositionFault(line: 1, column: column, reason: reason)
        for isStrict in [true, false] where isStrict || !reason.hasPrefix("a label has to follow") {
            #expect(throws: fault) {
                try read((text + "# EOF\n").utf8, .openMetrics, isStrict: isStrict)
            }
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for text in ["a{b=\"", "# HELP a \""] {
            let bytes = Array(text.utf8) + [0xFF] + Array("\"} 1\n# EOF\n".utf8)
            #expect(throws: ExpositionFault.self) { try read(bytes, .openMetrics) }
            #expect(throws: ExpositionFault.self) { try read(bytes, .text) }
        }
    }

    @Test(arguments: ["", "a 1\n", "a 1"])
    func `an exposition without its end is refused`(text: String) {
        #expect(throws: ExpositionFault.self) { try read(text.utf8, .openMetrics) }
        #expect(throws: ExpositionFault.self) {
            try read(text.utf8, .openMetrics, isStrict: false)
        }
    }

    @Test(arguments: [127, 128, 129])
    func `an exemplar's labels have up to 128 characters`(count: Int) {
        let value = String(repeating: "\u{E9}", count: count - 1)
        let text = "# TYPE a counter\na_total 1 # {b=\"\(value)\"} 1\n# EOF\n"
        let isRead = (try? read(text.utf8, .openMetrics)) != nil
        #expect(isRead == (count <= 128))
    }

    @Test func `without strictness pages are read that only Prometheus accepts`() throws {
        let text = """
            # TYPE kube_node_info info
            kube_node_info{node="a",} 1
            # TYPE restarts_total counter
            restarts_total -1
            # EOF
            """
        #expect(throws: ExpositionFault.self) { try read(text.utf8, .openMetrics) }
        let page = try read(text.utf8, .openMetrics, isStrict: false)
        #expect(page.lines == ["kube_node_info{node=\"a\"} 1.0 1000", "restarts_total -1.0 1000"])
    }
}
