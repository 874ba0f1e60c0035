import D8SModel
import D8STestSupport
import Foundation
import Testing

@testable import D8SCollect

struct OpenCostTests {
    private static let dollar = Currency("USD")

    private func read(
        _ source: OpenCostSource,
        _ transport: any HTTPTransport = HTTPClientTransport.shared
    ) async throws -> (batches: [CostBatch], report: CollectReport) {
        let received = Received()
        let now = try #require(Instant(iso8601: "2026-11-21T03:00:00Z"))
        let collector = OpenCostCollector(source, transport: transport)
        let report = try await collector.collect(Occasion(now: { now })) { batch in
            received.add(batch.costs)
        }
        return (received.batches, report)
    }

    /// The totals are the `totalCost` of the file: 1.52743, 0.10937 and 0.14136.
    @Test(.enabled(if: SharedData.has("opencost"), "needs ../shared/data"))
    func `the published answer becomes charges that add up to its totals`() async throws {
        let path = SharedData.path("opencost/allocation-example-output.json")
        let source = OpenCostSource(places: [path], currency: try #require(Self.dollar))
        let (batches, report) = try await read(source)
        #expect((report.read, report.rejected, report.notes) == (3, 0, []))
        let keys = batches.flatMap(\.keys)
        var sums: [String: ExactSum] = [:]
        for entry in batches.flatMap(\.entries) {
            let namespace = keys[entry.key][.namespace] ?? ""
            if let cost = entry.amounts.effective { sums[namespace, default: ExactSum()].add(cost) }
            #expect(entry.amounts.billed == nil)
        }
        #expect(
            sums.mapValues { $0.value?.description } == [
                "kube-system": "1.52743", "opencost": "0.10937", "prometheus": "0.14136",
            ]
        )
        let bills = batches.flatMap(\.bills)
        #expect(bills.map(\.account) == ["default-cluster"])
        #expect(bills.first?.period.start == Instant(iso8601: "2023-07-12T11:02:46Z"))
        let controllers = keys.compactMap { $0[.controller] }
        #expect(Set(controllers) == ["opencost"])
        #expect(keys.first?.tag("kubernetes_io_metadata_name") == "kube-system")
    }

    @Test func `idle is a namespace of its own, and what does not add up is said`() async throws {
        let window = #""window":{"start":"2026-11-20T00:00:00Z","end":"2026-11-21T00:00:00Z"}"#
        let text = """
            {"code":200,"data":[{
              "__idle__":{"properties":{"cluster":"c"},\(window),"cpuCost":3.5,"ramCost":-0.5,
                "totalCost":3},
              "shop":{"properties":{"cluster":"c","namespace":"shop","labels":{"team":"a"}},\(window),
                "cpuCost":1.3877787807814457e-17,"cpuCoreHours":2,"pvCost":1,"sharedCost":0.25,
                "totalCost":2},
              "broken":{"properties":{},\(window)}, "timeless":{"totalCost":1}
            }, null]}
            """
        let fixture = try FocusFixture()
        let path = try fixture.write(text, to: "answer.json")
        let source = OpenCostSource(places: [path], currency: try #require(Self.dollar))
        let (batches, report) = try await read(source)
        let keys = batches.flatMap(\.keys)
        let lines = batches.flatMap(\.entries).map { entry in
            "\(keys[entry.key][.namespace] ?? "") \(keys[entry.key][.service] ?? "")"
                + " \(entry.amounts.effective?.description ?? "nil")"
        }
        #expect(
            lines == [
                "__idle__ CPU 3.5", "__idle__ Memory -0.5", "shop Storage 1", "shop Shared 0.25",
                "shop Difference 0.75",
            ]
        )
        #expect(report.rejected == 2)
        #expect(report.problems.map(\.column) == ["broken", "timeless"])
        #expect(report.notes.count == 1)
        #expect(
            report.notes[0].hasPrefix(
                "In 1 allocations the parts are not the total (the first: shop"
            )
        )
    }

    @Test func `a server is asked for whole days, one at a time`() async throws {
        var source = OpenCostSource(
            places: ["http://opencost:9003"],
            currency: try #require(Self.dollar),
            aggregate: "namespace",
            days: 2
        )
        let transport = Asked(body: #"{"code":200,"data":[{}]}"#)
        _ = try await read(source, transport)
        #expect(
            transport.urls == [
                "http://opencost:9003/allocation/compute?window=2026-11-19T00:00:00Z,"
                    + "2026-11-20T00:00:00Z&step=1d&accumulate=false&aggregate=namespace"
                    + "&includeIdle=true&shareIdle=false",
                "http://opencost:9003/allocation/compute?window=2026-11-20T00:00:00Z,"
                    + "2026-11-21T00:00:00Z&step=1d&accumulate=false&aggregate=namespace"
                    + "&includeIdle=true&shareIdle=false",
            ]
        )
        source.places = ["http://kubecost/model/allocation"]
        source.sharedNamespaces = "kube-system"
        let other = Asked(body: #"{"code":400,"message":"bad window"}"#)
        let report = try await read(source, other).report
        #expect(other.urls[0].hasPrefix("http://kubecost/model/allocation?window="))
        #expect(other.urls[0].hasSuffix("&shareNamespaces=kube-system"))
        #expect(report.problems.first?.reason == "the server says 400: bad window")
    }
}
