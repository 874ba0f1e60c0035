import D8SAnalysis
import D8SModel
import Foundation
import Testing

@testable import D8SSite

@Suite struct SpendDrillTests {
    /// The sample's first service, here with a twin in another account that costs 0.7 as much.
    @Test func `a service of two accounts is shown by account, one of a single part is not`()
        throws
    {
        let names = SampleSpend.services.map(\.0)
        let reports = SampleSpend.reports(names: names + [names[0]])
        let report = try #require(reports.first)
        let drills = SpendDrill(report, Sample.format).fields
        #expect(drills.count == 1)
        let drill = try #require(drills.first)
        #expect(drill["name"] == .text("Amazon EC2"))
        guard case .markup(let table) = drill["table"] else {
            Issue.record("no table")
            return
        }
        let rows = table.html.components(separatedBy: "<tr>").dropFirst(2)
        #expect(rows.count == 2)
        #expect(rows.first?.contains("shop") == true && rows.last?.contains("data") == true)
    }
}
