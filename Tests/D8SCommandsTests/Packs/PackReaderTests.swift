import D8SAnalysis
import D8SModel
import Foundation
import Testing

@testable import D8SCommands

struct PackReaderTests {
    private static let small = """
        pack: demo
        title: Demo
        about: Something.
        entity: {kind: host, labels: [instance]}
        needs: [up]
        measures:
          - name: load
            title: Load
            unit: count
            query: up
            thresholds: {warning: {above: 2, clear: 1, for: 5m}}
            say: {devops: {title: "Load of {entity}", detail: ""}}

        """

    @Test func `the shipped packs are those of the README, and all can be used`() throws {
        let packs = try PackCatalogue.packs(PackSettings(folder: "/nowhere"))
        #expect(
            packs.map(\.name) == [
                "application", "business", "cost", "datalake", "delivery", "ingestion",
                "kubernetes", "messaging", "oauth", "system", "tasks", "tekton",
            ]
        )
        for pack in packs {
            #expect(!pack.measures.isEmpty && !pack.panels.isEmpty, "\(pack.name)")
            #expect(pack.measures.count { $0.name.isKey } <= 5, "\(pack.name)")
            for measure in pack.measures where !measure.thresholds.isEmpty {
                #expect(Set(measure.words.keys) == Set(Audience.allCases), "\(measure.name)")
                #expect(!measure.actions.isEmpty, "\(measure.name)")
            }
        }
    }

    @Test func `a small pack has its defaults`() throws {
        let pack = try PackReader.read(Self.small, file: "demo.yaml")
        #expect(pack.entity.plural == "hosts")
        #expect(!pack.entity.comesAndGoes)
        let measure = try #require(pack.measures.first)
        #expect(measure.name.rawValue == "demo.load")
        #expect(measure.name.harm == .up)
        #expect(measure.isSteady && !measure.name.isKey)
        #expect(
            measure.thresholds == [
                PackThreshold(severity: .warning, side: .above, limit: 2, clear: 1, duration: 300)
            ]
        )
    }

    @Test(arguments: [
        (
            "title: Demo", "titl: Demo",
            "demo.yaml:2:1: a pack has no key `titl`; did you mean `title`?"
        ),
        ("query: up", "query: up{", "demo.yaml:10:12: `query` is not PromQL"),
        ("query: up", "query: up[5m]", "a number or an instant vector is needed"),
        ("unit: count", "unit: hours", "`unit` has to be one of ratio, seconds"),
        ("clear: 1", "clear: 3", "`clear` has to be on the good side of the limit"),
        ("above: 2, ", "", "a threshold needs one of `above` and `below`"),
        ("{entity}\"", "{two words}\"", "`{two words}` is no place"),
        ("name: load", "name: Load", "`name` has to be small letters"),
        ("pack: demo", "pack: ../x", "`pack` has to be a name of small letters"),
        ("needs: [up]", "needs: []", "a pack needs `pack`, `title`, `about`, `entity` and `needs`"),
    ])
    func `what cannot be used is named with its line`(
        right: String,
        wrong: String,
        sentence: String
    ) {
        let text = Self.small.split(separator: right, omittingEmptySubsequences: false)
            .joined(separator: wrong)
        do throws(CommandError) {
            _ = try PackReader.read(text, file: "demo.yaml")
            Issue.record("it was read")
        } catch {
            #expect("\(error)".contains(sentence), "\(error)")
        }
    }

    @Test func `one's own pack stands in the place of a shipped one of its name`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = Self.small.split(separator: "demo", omittingEmptySubsequences: false)
            .joined(separator: "system")
        try Data(text.utf8).write(to: folder.appendingPathComponent("mine.yaml"))
        let packs = try PackCatalogue.packs(
            PackSettings(folder: folder.path, off: ["messaging"])
        )
        #expect(packs.count == 11)
        #expect(packs.first { $0.name == "system" }?.title == "Demo")
        try Data(text.utf8).write(to: folder.appendingPathComponent("twin.yaml"))
        #expect(throws: CommandError.self) {
            try PackCatalogue.packs(PackSettings(folder: folder.path))
        }
    }

    @Test func `a pack that is off but not there is named`() {
        do throws(CommandError) {
            _ = try PackCatalogue.packs(PackSettings(folder: "/nowhere", off: ["sistem"]))
            Issue.record("it was read")
        } catch {
            #expect("\(error)" == "no pack is called sistem; did you mean system?")
        }
    }
}
