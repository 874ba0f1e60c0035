import D8SModel
import Testing

@testable import D8SQuery

struct TestScriptTests {
    @Test func `values are expanded as promtool does`() throws {
        let series = try TestSeries("up{job=\"a b\"} 1 2+3x2 _ _x2 stale -1x1 1-2x1 NaN", at: 1)
        #expect(series.series == Series(metric: "up", labels: [Label("job", "a b")]))
        let numbers = series.values.map { value in
            if case .number(let number) = value {
                number.isStaleMarker ? "s" : "\(number)"
            } else {
                "_"
            }
        }
        #expect(
            numbers == [
                "1.0", "2.0", "5.0", "8.0", "_", "_", "_", "s", "-1.0", "-1.0", "1.0", "-1.0",
                "nan",
            ]
        )
    }

    @Test func `a wrong answer fails its case`() async throws {
        let script = try TestScript(
            """
            load 1m
              x 1+1x5

            eval instant at 2m x
              x 4

            eval range from 0 to 2m step 1m x
              x 1 2 3

            eval instant at 2m x +

            eval instant at 2m x
              expect warn
              x 3
            """
        )
        let report = await TestRunner.run(script)
        #expect(report.passed == 1)
        #expect(report.failed.count == 3)
    }
}
