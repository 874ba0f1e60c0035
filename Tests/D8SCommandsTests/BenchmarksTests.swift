import D8SModel
import Testing

@testable import D8SCommands

struct BenchmarksTests {
    @Test func `the built-in editions have the cut points that DORA published`() throws {
        let editions = try Benchmarks.embedded()
        #expect(editions.map(\.edition).contains("dora-2023"))
        let edition = try #require(editions.first { $0.edition == "dora-2023" })
        guard case .bands(let bands, _)? = edition.scales[.changeFailRate] else {
            Issue.record("no bands")
            return
        }
        // Accelerate State of DevOps 2023: 5, 10 and 15 %.
        #expect(bands.map(\.upTo) == [0.05, 0.10, 0.15])
    }

    @Test(arguments: [
        ("edition: x\n", "needs `edition`, `title` and `source`"),
        ("editon: x\ntitle: y\nsource: z\n", "did you mean `edition`?"),
        (
            "edition: x\ntitle: y\nsource: z\nscales: {change_fail_rate: {bands: [{label: a}]}}\n",
            "a scale is"
        ),
        ("edition: [\n", "this is not YAML"),
    ])
    func `what breaks the form is named`(text: String, sentence: String) {
        do throws(CommandError) {
            _ = try Benchmarks.read(text, file: "x.yaml")
            Issue.record("\(text) was read")
        } catch {
            #expect("\(error)".contains(sentence), "\(error)")
        }
    }
}
