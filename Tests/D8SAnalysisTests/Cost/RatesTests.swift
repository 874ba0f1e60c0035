import D8SAnalysis
import D8SModel
import Testing

struct RatesTests {
    @Test func `the defaults are those of OpenCost`() {
        // configs/default.json of opencost/opencost; storage is 0.04 / 730.
        #expect(Rates.standard.base.cpu == decimal("0.031611"))
        #expect(Rates.standard.base.memory == decimal("0.004237"))
        #expect(Rates.standard.base.gpu == decimal("0.95"))
        #expect(Rates.standard.storage == decimal("0.00005479452"))
        #expect(Rates.standard.currency.code == "USD")
        #expect(Rates.standard.isDefault)
    }

    /// The example of the OpenCost specification v0.1, appendix A.
    ///
    /// "A node with 1 GPU, 1 CPU and 1 GB of RAM that costs $35/mo. If your base GPU price is $30,
    /// base CPU price is $30, and RAM GB price is $10 … normalized to $15 for GPU, $15 for CPU and
    /// $5 for RAM".
    @Test func `the price of a node is shared as in the specification's example`() {
        let rates = Rates(
            base: ResourceRates(cpu: decimal("30"), memory: decimal("10"), gpu: decimal("30")),
            nodes: [NodeRates(kind: NodeKind(), hour: decimal("35"))]
        )
        let one = decimal("1")
        let node = rates.resources(of: NodeKind(), cores: one, memory: one, gpus: one)
        #expect(node.gpu == decimal("15"))
        #expect(node.cpu == decimal("15"))
        #expect(node.memory == decimal("5"))
    }

    @Test func `of the entries that fit the most exact one counts, of equals the first`() {
        var rates = Rates.round
        rates.nodes = [
            NodeRates(kind: NodeKind(isSpot: true), cpu: decimal("0.01")),
            NodeRates(kind: NodeKind(type: "m5.large"), cpu: decimal("0.02")),
            NodeRates(kind: NodeKind(type: "m5.large", isSpot: true), cpu: decimal("0.005")),
            NodeRates(kind: NodeKind(region: "eu-west-1"), cpu: decimal("0.04")),
        ]
        func cpu(_ kind: NodeKind) -> ExactDecimal { rates.resources(of: kind).cpu }
        #expect(cpu(NodeKind()) == decimal("0.03"))
        #expect(cpu(NodeKind(type: "m5.large", isSpot: true)) == decimal("0.005"))
        #expect(cpu(NodeKind(type: "m5.large")) == decimal("0.02"))
        #expect(cpu(NodeKind(type: "c5.large", isSpot: true)) == decimal("0.01"))
        #expect(cpu(NodeKind(isSpot: true, region: "eu-west-1")) == decimal("0.01"))
        #expect(rates.resources(of: NodeKind(type: "m5.large")).memory == decimal("0.004"))
    }

    @Test func `a month is 730 hours and never too much`() {
        #expect(decimal("24").perMonth(of: 24) == decimal("730"))
        // 10 · 730 / 720 = 10.13888…
        #expect(decimal("10").perMonth(of: 720) == decimal("10.138888"))
        #expect(decimal("-10").perMonth(of: 720) == decimal("-10.138889"))
        #expect(decimal("10").perMonth(of: 0) == .zero)
    }
}
