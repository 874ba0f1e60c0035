import D8STestSupport
import Testing

@testable import D8SQuery

/// The cases of Prometheus' own tests of the language (promql/promqltest/testdata, 2026-08-21).
@Suite(.enabled(if: SharedData.has("prometheus-promqltest"), "the shared data is not there"))
struct PromQLFilesTests {
    private static let folder = "prometheus-promqltest"
    static let files = SharedData.files(in: folder, endingIn: ".test")

    @Test(arguments: files)
    func `every case passes, or needs native histograms or experimental features`(
        file: String
    ) async throws {
        let script = try TestScript(try SharedData.text("\(Self.folder)/\(file)"))
        let report = await TestRunner.run(script)
        let outOfScope = report.outOfScope
        print("\(file): \(report.passed) passed, \(outOfScope.count) out of scope")
        for line in outOfScope { print("  \(file):\(line)") }
        #expect(report.failed.isEmpty, "\(report.failed.joined(separator: "\n"))")
        #expect(report.passed > outOfScope.count / 2)
    }
}
