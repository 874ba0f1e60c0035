import D8SHistory
import D8SModel
import Testing

@testable import D8SCommands

struct SampleTextTests {
    private let series = Series(
        metric: "up",
        labels: [Label("job", "a \"b\""), Label("instance", "=1")]
    )

    private func lines(_ form: SampleText.Form, _ samples: [(Int64, Double)]) -> String {
        var columns = SampleColumns()
        for (time, value) in samples { columns.append(time: time, value: value) }
        return SampleText(form: form).lines(series, columns)
    }

    @Test func `OpenMetrics has seconds, and the shortest digits`() {
        let text = lines(.openmetrics, [(1_790_000_000_000, 1), (1_790_000_000_250, 0.1)])
        #expect(
            text == """
                up{instance="=1",job="a \\"b\\""} 1 1790000000
                up{instance="=1",job="a \\"b\\""} 0.1 1790000000.250

                """
        )
    }

    @Test func `CSV has a row a sample, its labels as JSON`() {
        #expect(
            lines(.csv, [(1_790_000_000_000, .infinity)])
                == "2026-09-21T14:13:20Z,up,\"{\"\"instance\"\":\"\"=1\"\",\"\"job\"\":"
                + "\"\"a \\\"\"b\\\"\"\"\"}\",+Inf\r\n"
        )
    }

    @Test func `JSON Lines are what VictoriaMetrics imports`() {
        #expect(
            lines(.jsonl, [(5, 1.5), (6, .nan)])
                == #"{"metric":{"__name__":"up","instance":"=1","job":"a \"b\""},"#
                + #""values":[1.5,"NaN"],"timestamps":[5,6]}"# + "\n"
        )
    }

    @Test(arguments: SampleText.Form.allCases)
    func `a series that only ended has no lines`(form: SampleText.Form) {
        #expect(lines(form, [(5, .staleMarker)]).isEmpty)
    }

    @Test(arguments: [
        ("up", "up"), ("a:b", "a:b"), ("queue.length", "{\"queue.length\"}"),
        ("9lives", "{\"9lives\"}"), ("", "{}"),
    ])
    func `a metric's name is quoted where it has to be`(name: String, text: String) {
        #expect(Series(metric: name).description == text)
    }

    @Test(arguments: [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (2_500_000_000, "2.5 GB")])
    func `sizes are short`(bytes: Int, text: String) {
        #expect(ByteText.text(bytes) == text)
    }

    @Test(arguments: [
        ("64MB", 64_000_000), ("1KiB", 1024), ("12", 12), ("1.5 GB", 1_500_000_000), ("0", nil),
        ("-1MB", nil), ("MB", nil), ("nan", nil), ("1e300", nil),
    ])
    func `sizes are read`(text: String, bytes: Int?) {
        #expect(ByteText.bytes(text) == bytes)
    }
}
