import D8SModel
import Testing

@testable import D8SCollect

/// What is joined by bytes is the series that the same labels make one by one.
struct AttachedLabelsTests {
    private static let own: [[Label]] = [
        [],
        [Label("mode", "idle")],
        [Label("a", "1"), Label("instance", "own"), Label("zone", "z")],
        [Label("instancf", "x"), Label("instanc", "y"), Label("in", "")],
        [Label("Job", "A"), Label("jo", "b"), Label("job2", "c"), Label("é", "ü")],
    ]

    private static let attached: [[Label]] = [
        [],
        [Label("job", "node"), Label("instance", "10.0.0.1:9100")],
        [Label("zone", "west"), Label("a", "é\u{301}"), Label("Z", "0")],
    ]

    @Test(arguments: own, attached)
    func `the labels stand in their order, the series' own first where it has one`(
        own: [Label],
        attached: [Label]
    ) throws {
        let series = Series(metric: "node_cpu", labels: own)
        let names = Set(series.labels.map(\.name))
        let added = attached.filter { !names.contains($0.name) }
        let expected = Series(metric: "node_cpu", labels: own + added)
        let joined = AttachedLabels(attached, isOwnKept: true).joined(to: series)
        #expect(joined == expected)
        #expect(joined?.labels == expected.labels)
        let renaming = AttachedLabels(attached, isOwnKept: false).joined(to: series)
        #expect(renaming == (added.count == attached.count ? expected : nil))
    }

    @Test func `a label without a value is left to be thought about`() {
        let labels = AttachedLabels([Label("job", "")], isOwnKept: true)
        #expect(labels.joined(to: Series(metric: "up")) == nil)
    }
}
