import Foundation
import Testing

/// The demo against what is said of it: every planted fault is found, and nothing else.
struct DemoTests {
    struct Item: Decodable {
        var entity: String
        var rule: String
    }

    /// One service has the first fault, three the first two, twelve and more all four.
    @Test(arguments: [(1, 12), (2, 12), (3, 12), (1, 3), (1, 40)])
    func `the faults planted in a demo are found, and nothing else`(
        seed: Int,
        services: Int
    ) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let demo = try program.run(
            arguments: ["demo", "--seed", "\(seed)", "--services", "\(services)"]
        )
        #expect(demo.status == 0, "\(demo.errors)")
        let planted = Self.planted(demo.output)
        #expect(planted.count == min(4, services - 1), "\(demo.output)")
        let items = try program.run("items", "--config", "demo/d8s.yaml", "--format", "json")
        #expect(items.status == 0, "\(items.errors)")
        let found = try JSONDecoder().decode([Item].self, from: Data(items.output.utf8))
        #expect(found.map(\.entity).sorted() == planted.sorted(), "\(items.output)")
    }

    /// The services in the list of planted faults: `  payments: Since 2026-10-30, …`.
    private static func planted(_ output: String) -> [String] {
        output.split(separator: "\n")
            .filter { $0.hasPrefix("  ") && $0.contains(": ") }
            .compactMap { $0.dropFirst(2).split(separator: ":").first.map(String.init) }
    }
}
