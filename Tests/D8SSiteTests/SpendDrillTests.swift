import D8SAnalysis
import D8SModel
import Foundation
import Testing

@testable import D8SSite

@Suite struct SpendDrillTests {
    /// The sample's first service has 25 resources, the others one each.
    @Test func `a service of many resources is shown by them, one of a single part is not`()
        throws
    {
        let report = try #require(SampleSpend.reports().first)
        let drills = SpendDrill(report, Sample.format).fields
        #expect(drills.count == 1)
        let drill = try #require(drills.first)
        #expect(drill["name"] == .text("Amazon EC2"))
        guard case .markup(let table) = drill["table"] else {
            Issue.record("no table")
            return
        }
        #expect(table.html.components(separatedBy: "resource-").count == 1 + 20)
        guard case .markup(let rest) = drill["rest"] else {
            Issue.record("nothing is said of the rest")
            return
        }
        #expect(rest.html.hasPrefix("+5"))
        #expect(rest.html.hasSuffix("<code>d8s cost --by account,resource</code>"))
    }
}
