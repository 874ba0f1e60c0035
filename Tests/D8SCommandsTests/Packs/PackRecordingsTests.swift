import D8SModel
import D8SQuery
import Foundation
import Testing
import Yams

@testable import D8SAnalysis
@testable import D8SCommands

/// A recorded or hand-made day of each pack's exporter, with the episodes that arithmetic over the
/// numbers in it gives (not D8S): see the head of each `.expected.yaml`.
struct PackRecordingsTests {
    /// An episode as the expectation writes it.
    private struct Expected: Hashable, Decodable, Comparable, CustomStringConvertible {
        var measure: String
        var entity: String
        var severity: String
        var began: String
        var ended: String?

        var description: String {
            "\(measure) \(entity) \(severity) \(began) – \(ended ?? "lasts")"
        }

        static func < (left: Expected, right: Expected) -> Bool {
            left.description < right.description
        }
    }

    private struct Recording: Decodable {
        var pack: String
        var as_of: String
        var expected: [Expected]
    }

    private static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Recordings")
    }

    private static var names: [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".expected.yaml") }
            .map { String($0.dropLast(".expected.yaml".count)) }.sorted()
    }

    @Test func `there are recordings`() {
        #expect(Self.names.count >= 6)
    }

    @Test(arguments: names)
    func `a pack finds in its recording what arithmetic says`(name: String) async throws {
        let url = Self.folder.appendingPathComponent("\(name).expected.yaml")
        let text = try String(contentsOf: url, encoding: .utf8)
        let recording = try YAMLDecoder().decode(Recording.self, from: text)
        let asOf = try #require(Instant(iso8601: recording.as_of))
        let reading = try #require(try await reading(of: recording.pack, from: name, asOf: asOf))
        #expect(reading.measures.compactMap(\.fault) == [])
        let found = episodes(reading).sorted()
        let wanted = recording.expected.sorted()
        #expect(Set(found).subtracting(wanted).sorted() == [], "found but not expected")
        #expect(Set(wanted).subtracting(found).sorted() == [], "expected but not found")
    }

    /// What the pack reads of its recording, brought in as a person would.
    private func reading(
        of pack: String,
        from name: String,
        asOf: Instant
    ) async throws -> DomainReading? {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("d8s-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = Self.folder.appendingPathComponent("\(name).om.gz").path
        let configuration = try ConfigurationReader(path: folder.path + "/d8s.yaml")
            .read("sources: [{series: \(YAMLText.quoted(file))}]")
        let session = try Session(configuration, quiet: true)
        #expect(try await session.collect(configuration.sources) == 0)
        let packs = try PackCatalogue.packs(configuration.packs).filter { $0.name == pack }
        let storage = HistoryStorage(history: session.history)
        let place = QueryPlace(holdsEvents: true) { lookback in
            var settings = EngineSettings()
            settings.lookback = lookback
            return EmbeddedEngine(storage, settings: settings)
        }
        return await PackInquiry(packs, asOf: asOf, places: [place]).readings().first
    }

    private func episodes(_ domain: DomainReading) -> [Expected] {
        domain.measures.flatMap { reading in
            reading.lines.flatMap { line in
                reading.measure.thresholds.flatMap { threshold in
                    ThresholdWatch.episodes(
                        of: line,
                        beyond: threshold,
                        patience: reading.patience,
                        upTo: reading.window.end.milliseconds
                    ).map { episode in
                        Expected(
                            measure: reading.measure.name.rawValue,
                            entity: domain.pack.entity.entity(of: line.series).name,
                            severity: threshold.severity.word,
                            began: Instant(milliseconds: episode.start).description,
                            ended: episode.end.map { Instant(milliseconds: $0).description }
                        )
                    }
                }
            }
        }
    }
}
