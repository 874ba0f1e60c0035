import D8SAnalysis
import D8SModel
import Testing

@testable import D8SCommands

struct RatesReaderTests {
    private func read(_ text: String) throws(CommandError) -> CostSettings {
        try ConfigurationReader(path: "/srv/acme/d8s.yaml").read(text).allocation
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch .configuration(let problems) {
            return problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `without a word the rates are the defaults, and say so`() throws {
        let settings = try read("")
        #expect(settings.rates == .standard)
        #expect(settings.rates.isDefault)
        #expect(settings.days == 30)
        #expect(try !read("rates: {cpu: 0.05}").rates.isDefault)
    }

    @Test func `every key is read, exactly`() throws {
        let settings = try read(
            """
            rates:
              currency: EUR
              cpu: 0.0400000001
              memory: 0.005
              gpu: 2
              storage: 0.0001
              storage_classes: {gp3: 0.00011}
              load_balancer: 0.025
              network: 0.09
              cluster: 0.10
              nodes:
                - {type: m5.large, spot: true, region: eu-west-1, hour: 0.0412}
                - {spot: true, cpu: 1e-2, memory: 0.001, gpu: 1}
            allocation:
              window: 14d
              team_label: [costCenter, team]
              shared: [kube-system, monitoring]
              share_idle: true
              share_overhead: true
              share_by: {shop: 2, build: 0.5}
              least_saving: 5
            """
        )
        let rates = settings.rates
        #expect(rates.currency.code == "EUR")
        #expect(rates.base.cpu == ExactDecimal("0.0400000001"))
        #expect(rates.base.gpu == ExactDecimal(2))
        #expect(rates.storage(of: "gp3") == ExactDecimal("0.00011"))
        #expect(rates.storage(of: "other") == ExactDecimal("0.0001"))
        #expect(rates.nodes.map(\.kind.isSpot) == [true, true])
        #expect(rates.nodes.map(\.hour) == [ExactDecimal("0.0412"), nil])
        #expect(rates.nodes.last?.cpu == ExactDecimal("0.01"))
        #expect(settings.days == 14)
        #expect(settings.teamLabels == ["costCenter", "team"])
        #expect(settings.sharing.namespaces == ["kube-system", "monitoring"])
        #expect(settings.sharing.sharesIdle && settings.sharing.sharesOverhead)
        let half = ExactDecimal("0.5") ?? .zero
        #expect(settings.sharing.method == .weights(["shop": ExactDecimal(2), "build": half]))
        #expect(settings.recommendations.leastSaving == ExactDecimal(5))
    }

    @Test(arguments: [
        ("rates:\n  cpuu: 1", ":2:3: `rates` has no key `cpuu`; did you mean `cpu`?"),
        ("rates: {cpu: -1}", "`cpu` has to be a price per hour from 0 to 10000"),
        ("rates: {cpu: 1e30}", "`cpu` has to be a price per hour"),
        ("rates: {cpu: .nan}", "`cpu` has to be a price per hour"),
        ("rates: {cpu: 0.0000000000001}", "at most 12 decimals"),
        ("rates: {currency: usd}", "three capital letters such as USD"),
        ("rates: {nodes: {type: a}}", "`nodes` has to be a list"),
        ("rates:\n  nodes:\n    - {typ: a}", "no key `typ`; did you mean `type`?"),
        ("rates: {nodes: [{spot: maybe}]}", "`spot` has to be true or false"),
        ("rates: {storage_classes: {gp3: cheap}}", "`gp3` has to be a price per hour"),
        ("rates: 5", "`rates` has to be `key: value` lines"),
        ("allocation: {window: 30m}", "`window` has to be full days"),
        ("allocation: {share_by: mood}", "`share_by` has to be cost, even or `name: weight`"),
        ("allocation: {share: [a]}", "no key `share`; did you mean `shared`?"),
    ])
    func `what cannot be used is named with its line and the mend`(text: String, part: String) {
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.contains { $0.contains(part) }, "\(found)")
    }
}
