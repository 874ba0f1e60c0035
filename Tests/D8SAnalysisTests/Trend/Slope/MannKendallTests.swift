import D8SAnalysis
import D8STestSupport
import Foundation
import Testing

/// The values that pyMannKendall's own tests assert, which were checked against R.
@Suite(.enabled(if: SharedData.has("mann-kendall/expected.tsv"), "needs ../shared/data"))
struct MannKendallTests {
    @Test(arguments: try PublishedTrends.read())
    func `trend tests give the published values`(_ published: PublishedTrends.Row) throws {
        let found = try #require(published.found, "\(published.call) \(published.field)")
        let limit = 1e-12 * max(1, abs(published.expected))
        #expect(abs(found - published.expected) <= limit, "\(published.call) \(published.field)")
    }

    @Test func `most of the published values are looked at`() throws {
        #expect(try PublishedTrends.read().count >= 100)
    }
}
