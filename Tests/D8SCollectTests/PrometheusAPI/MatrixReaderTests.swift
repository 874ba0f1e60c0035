import D8SModel
import Testing

@testable import D8SCollect

/// Answers of the HTTP API, as text.
@Suite struct MatrixReaderTests {
    private func read(_ text: String) throws(JSONFault) -> MatrixAnswer {
        try MatrixReader.read(Array(text.utf8))
    }

    /// The example of Prometheus' documentation of `query_range`, with another order of members,
    /// escapes and what Thanos and VictoriaMetrics add.
    @Test func `a matrix is read with its labels, times, values and warnings`() throws {
        let answer = try read(
            #"""
            { "warnings" : ["no store \"b\""], "data" : {
               "stats": {"x": [1, {"y": "}"}]},
               "result" : [
                  { "values" : [ [ 1435781430.781, "1" ], [1435781445.781,"-0.5e3"], [1435781460,"NaN"],
                     [1435781461.5,"+Inf"], [1.435781462e9,"-Inf"] ],
                    "metric" : { "__name__" : "up", "job" : "pro\"m{e\u0074heus", "empty": "" } },
                  {"metric":{},"histograms":[[1,{"count":"1"}]]}
               ], "resultType" : "matrix" },
              "isPartial": true, "status" : "success" }
            """#
        )
        #expect(answer.warnings == ["no store \"b\""])
        #expect(answer.isPartial)
        #expect(answer.histograms == 1)
        #expect(answer.columns.map(\.series.description) == [#"up{job="pro\"m{etheus"}"#])
        #expect(
            answer.columns[0].times == [
                1_435_781_430_781, 1_435_781_445_781, 1_435_781_460_000, 1_435_781_461_500,
                1_435_781_462_000,
            ]
        )
        #expect(
            answer.columns[0].values.map(\.description) == ["1.0", "-500.0", "nan", "inf", "-inf"]
        )
    }

    @Test(arguments: [
        ("", "line 1, column 1: { is missing"),
        ("{}", "line 1, column 3: `data` is missing"),
        (#"{"data":{"resultType":"streams","result":[]}}"#, "the result is of an unknown type"),
        (
            #"{"data":{"resultType":"matrix","result":[{"values":[[1,"x"]]}]}}"#,
            "a value is no number"
        ),
        (
            #"{"data":{"resultType":"matrix","result":[{"values":[[x,"1"]]}]}}"#,
            "a time is no number"
        ),
        (#"{"data":{"resultType":"matrix","result":[{"values":[[1,"1"]"#, "] is missing"),
        (
            #"{"data":{"resultType":"matrix","result":[{"values":[[1e300,"1"]]}]}}"#,
            "a time is no number"
        ),
        (#"{"data":{"result":[{"metric":{"a":"#, "it ends in the middle of a value"),
        (#"{"data":{}} x"#, "text follows the value"),
    ])
    func `what is no matrix is said with its place`(_ text: String, _ reason: String) {
        let fault = #expect(throws: JSONFault.self) { try read(text) }
        #expect(fault?.description.hasSuffix(reason) == true)
    }

    @Test func `nesting without end is refused`() {
        let text = "{\"x\":" + String(repeating: "[", count: 100_000)
        #expect(throws: JSONFault.self) { try read(text) }
    }

    @Test(arguments: [
        ("up", true), (" up ", true), ("job:x:rate5m{a=\"b\"}", true),
        ("{__name__=~\"a|b\"}", true),
        ("up{a=\"}\", b='\\'}', c=`\\`} ", true), ("up[5m]", false), ("up offset 5m", false),
        ("sum(up)", false), ("up + 1", false), ("1", false), ("", false), ("up{a=\"b\"", false),
        ("up{} or x{}", false), ("-up", false),
    ])
    func `a selector is told from other expressions`(_ text: String, _ isSelector: Bool) {
        #expect(PrometheusQuery(text).isSelector == isSelector)
    }

    /// The example of Prometheus' documentation of `query`, and its formats of scalars and strings.
    @Test func `a vector, a scalar and a string are read`() throws {
        let vector = try read(
            #"""
            {"status":"success","infos":["odd"],"data":{"resultType":"vector","result":[
              {"metric":{"__name__":"up","job":"prometheus"},"value":[1435781451.781,"1"]},
              {"metric":{"__name__":"up","job":"node"},"value":[1435781451.781,"0"]}]}}
            """#
        )
        #expect(vector.form == .vector)
        #expect(vector.infos == ["odd"])
        #expect(vector.columns.map(\.values) == [[1], [0]])
        #expect(vector.columns.map(\.times) == [[1_435_781_451_781], [1_435_781_451_781]])
        let scalar = try read(#"{"data":{"resultType":"scalar","result":[1435781451.781,"2.5"]}}"#)
        #expect(scalar.columns.map(\.values) == [[2.5]])
        let text = try read(#"{"data":{"resultType":"string","result":[1435781451.781,"a"]}}"#)
        #expect(text.text == "a")
    }
}
