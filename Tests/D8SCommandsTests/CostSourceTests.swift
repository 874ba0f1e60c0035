import D8SCollect
import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCommands

struct CostSourceTests {
    private func read(_ entry: String) throws(CommandError) -> SourceConfiguration? {
        let text = "sources:\n" + entry.split(separator: "\n").map { "  \($0)\n" }.joined()
        return try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(text).sources.first
    }

    @Test func `every key of files of costs is read`() throws {
        let source = try #require(
            try read(
                """
                - focus: [exports/aws, /data/azure/*.csv.gz]
                  name: clouds
                  every: 1d
                  exports: file
                  columns: {ServiceName: service}
                  set: {BillingCurrency: EUR}
                """
            )
        )
        #expect(source.name == "clouds" && source.interval == 86_400 && source.kind == "focus")
        let files = try #require(source.collector as? FocusFiles)
        #expect(files.paths == ["/srv/acme/exports/aws", "/data/azure/*.csv.gz"])
        #expect(files.unit == .file && files.passesOverKnown && !files.isConfirmed)
        #expect(files.mapping.columns == [.init("ServiceName", "service")])
        #expect(files.mapping.constants == [.init("BillingCurrency", "EUR")])
    }

    @Test func `every key of OpenCost is read`() throws {
        let source = try #require(
            try read(
                """
                - opencost: http://opencost:9003
                  currency: EUR
                  aggregate: namespace
                  days: 7
                  idle: false
                  share_idle: true
                  shared_namespaces: kube-system
                  bearer: ${TOKEN}
                """
            )
        )
        #expect(source.name == "opencost:opencost:9003" && source.kind == "opencost")
        let opencost = try #require((source.collector as? OpenCostCollector)?.source)
        #expect(opencost.currency.code == "EUR" && opencost.days == 7)
        #expect(opencost.aggregate == "namespace" && opencost.sharesIdle && !opencost.includesIdle)
        #expect(opencost.sharedNamespaces == "kube-system")
        #expect(source.collector.secrets == [.environment("TOKEN")])
    }

    @Test(arguments: [
        ("- focus: []", "`focus` needs files"),
        ("- focus: a.csv\n  exports: all", "one of folder, file"),
        ("- opencost: http://o\n  currency: euro", "an ISO 4217 code"),
        ("- opencost: http://o\n  days: 0", "a number from 1 to 90"),
    ])
    func `what cannot be used is said`(entry: String, words: String) {
        let error = #expect(throws: CommandError.self) { try read(entry) }
        #expect(error.map { "\($0)" }?.contains(words) == true)
    }

    @Test func `a hostile text is harmless in the CSV of charges`() throws {
        let period = Window(start: "2026-10-01T00:00:00Z", end: "2026-11-01T00:00:00Z")
        var line = CostLine(
            key: CostKey(
                [.service: "-2+3", .resource: "a\"b,c\nd"],
                tags: [Label("t\"", "\u{1}\\")]
            ),
            billingPeriod: period,
            chargePeriod: period,
            currency: try #require(Currency("USD"))
        )
        line.amounts.billed = ExactDecimal("-0.50")
        var table = CostText()
        table.add("=x", line)
        let lines = String(decoding: table.take(), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.count == 3 && lines[0].hasPrefix("Source,BillingPeriodStart,"))
        let text = lines[1]
        #expect(text.hasPrefix("'=x,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,"))
        #expect(text.contains(",USD,-0.5,,,,"))
        #expect(text.contains(",'-2+3,"))
        #expect(text.contains(",\"a\"\"b,c\nd\","))
        #expect(text.hasSuffix(",\"{\"\"t\\\"\"\"\":\"\"\\u0001\\\\\"\"}\""))
        #expect(CostText.columns.count == 16 + CostField.allCases.count)
    }
}
