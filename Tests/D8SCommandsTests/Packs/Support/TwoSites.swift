import ArgumentParser
import D8SModel
import D8STestSupport
import Foundation

@testable import D8SCommands

/// Two editions of one night: one from samples in the history, one from the same samples at a server
/// that evaluates in the history's place.
struct TwoSites {
    static let asOf = Instant(milliseconds: 1_795_240_800_000)
    /// Seconds before that instant of which there are samples.
    private static let length = 6 * 3600.0

    private let folder: ServerFolder

    /// The last hours of the recording of hosts, as OpenMetrics without its end.
    static func samples() throws -> String {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Recordings").path
        let text = String(decoding: try Unpacked.data("\(here)/system.om.gz"), as: UTF8.self)
        let start = Double(asOf.milliseconds) / 1000 - length
        let lines = text.split(separator: "\n").filter { line in
            let time = line.split(separator: " ").last.flatMap { Double($0) }
            return !line.hasPrefix("#") && (time ?? 0) > start
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Publishes both.
    init(at address: String, _ samples: String) async throws {
        folder = try ServerFolder()
        try folder.write(samples + "# EOF\n", to: "all.om")
        try folder.write("alive 1 1795240500\n# EOF\n", to: "none.om")
        try await publish("history", samples: "all.om", at: address)
        try await publish("server", samples: "none.om", at: address, engine: "engine: \(address)")
    }

    private func publish(
        _ name: String,
        samples: String,
        at address: String,
        engine: String = ""
    ) async throws {
        let text = """
            organisation: acme
            history: \(name).sqlite
            output: \(name)
            sources:
              - {name: samples, series: \(samples)}
              - name: server
                prometheus: \(address)
                queries: [{record: answers, expr: vector(1)}]
                \(engine)
            """
        let path = try folder.write(text, to: "\(name).yaml")
        let configuration = try ConfigurationReader(path: path).read(text)
        let session = try Session(configuration, quiet: true)
        _ = try await session.collect(configuration.sources)
        let site = try SiteOptions.parse([])
        try await session.publish(asOf: Self.asOf, site: site, under: try session.reserve(site))
    }

    /// The files that only one site has or that are not the same in both, with the first lines that
    /// differ.
    func differences() -> [String] {
        let all = Set(files(of: "history")).union(files(of: "server"))
        return all.sorted().compactMap { name in
            let texts = ["history/", "server/"].map { Self.rounded(folder.text(of: $0 + name)) }
            guard texts[0] != texts[1] else { return nil }
            let lines = texts.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            let pair = zip(lines[0], lines[1]).first { $0 != $1 }
            return "\(name): " + (pair.map { "\($0.prefix(300)) != \($1.prefix(300))" } ?? "longer")
        }
    }

    /// With long fractions rounded to nine digits: the last bits of a sum depend on its order.
    private static func rounded(_ text: String) -> String {
        text.replacing(/\d+\.\d{9,}/) { match in
            Double(match.output).map { String(format: "%.9g", $0) } ?? String(match.output)
        }
    }

    /// The names of the items of each, with how bad they are.
    func items() throws -> [[String]] {
        try ["history", "server"].map { name in
            let data = Data(folder.text(of: "\(name)/items.json").utf8)
            let items = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let all = items?["items"] as? [[String: Any]] ?? []
            return all.map { "\($0["id"] ?? "") \($0["severity"] ?? "")" }
        }
    }

    func text(of name: String) -> String { folder.text(of: name) }

    private func files(of site: String) -> [String] {
        let root = folder.path + "/" + site
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: root + "/" + name,
                isDirectory: &isFolder
            )
            return isThere && !isFolder.boolValue && !name.hasSuffix(".gz")
        }
    }
}
