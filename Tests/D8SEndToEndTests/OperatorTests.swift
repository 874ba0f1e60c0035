import Foundation
import Testing

/// What happens to somebody who runs D8S every night.
struct OperatorTests {
    private static let rows = """
        service,id,revision,finished,status
        checkout,d1,aaa,2026-10-01T10:00:00Z,success
        checkout,d2,bbb,2026-10-03T10:00:00Z,failure

        """

    /// A folder with a configuration and a history in which a failure is open.
    private func folder() throws -> (Scratch, Program) {
        let scratch = try Scratch()
        try scratch.write("organisation: Acme\nas_of: 2026-11-20T02:00:00Z\n", to: "d8s.yaml")
        try scratch.write(Self.rows, to: "d.csv")
        let program = Program(folder: scratch.folder)
        let imported = try program.run("import", "deployments", "d.csv")
        try #require(imported.status == 0, "\(imported.errors)")
        return (scratch, program)
    }

    @Test func `a folder with foreign files is refused before anything is collected`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        try scratch.write("mine", to: "output/thesis.txt")
        try scratch.write("sources:\n  - git: ./nowhere\n", to: "d8s.yaml")
        let result = try program.run("nightly")
        #expect(result.status == 1)
        #expect(result.errors.contains("thesis.txt"))
        #expect(!result.errors.contains("nowhere"), "\(result.errors)")
        #expect(try scratch.text("output/thesis.txt") == "mine")
    }

    @Test func `the commands that ask leave a history alone that they may not write`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let before = try Data(contentsOf: scratch.url("history.sqlite"))
        for command in [["items"], ["dora"], ["sources"], ["deployments"]] {
            let result = try program.run(arguments: command)
            #expect(result.status == 0, "\(command) \(result.errors)")
            #expect(result.output.contains("checkout"), "\(command) \(result.output)")
        }
        #expect(try Data(contentsOf: scratch.url("history.sqlite")) == before)
    }

    @Test func `an acceptance file with a slip is named, and the edition is published`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        try scratch.write("cause-failures-checkout:\n  until: soon\n", to: "accepted.yaml")
        let result = try program.run("nightly")
        #expect(result.status == 1)
        #expect(result.errors.contains("accepted.yaml:2:10:"), "\(result.errors)")
        #expect(try scratch.text("output/index.html").contains("checkout"))
    }

    @Test func `an item is accepted by the command on its page, and a slip is not`() throws {
        let (scratch, program) = try folder()
        defer { scratch.remove() }
        let listed = try program.run("items", "--format", "csv").output
        let line = try #require(listed.split(separator: "\r\n").dropFirst().first)
        let id = String(line.prefix { $0 != "," })
        let words = ["--owner", "Ana", "--reason", "known"]
        let slip = try program.run(
            arguments: ["accept", id + "x", "--until", "2026-12-01"] + words
        )
        #expect(slip.status == 1)
        #expect(slip.errors.contains("did you mean \(id)?"), "\(slip.errors)")
        let late = try program.run(arguments: ["accept", id, "--until", "2026-11-01"] + words)
        #expect(late.status == 1)
        let accepted = try program.run(
            arguments: ["accept", id, "--until", "2026-12-01"] + words
        )
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(try !program.run("items").output.contains("explain \(id)"))
        let ended = try program.run("items", "--as-of", "2026-12-05")
        #expect(ended.errors.contains("accepted it until 2026-12-01"), "\(ended.errors)")
    }

    @Test func `explain prints the number that the page shows`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let demo = ["demo", "--directory", ".", "--services", "3", "--days", "250"]
        #expect(try program.run(arguments: demo).status == 0)
        #expect(try program.run("report").status == 0)
        let json = try scratch.text("output/analyst/data/items.json")
        let items = try JSONDecoder().decode([Line].self, from: Data(json.utf8))
        var compared = 0
        for item in items {
            guard let value = item.value else { continue }
            let told = try program.run("explain", item.id).output
            #expect(told.contains("[\(value)]"), "\(item.id): \(value) in \(told)")
            compared += 1
        }
        #expect(compared > 0)
    }

    private struct Line: Decodable {
        var id: String
        var value: Double?
    }

    @Test func `names of one look and names like numbers stay what they are`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let names = ["é", "e\u{301}", "007", "1e5", "nan", "Case", "case"]
        var rows = "service,id,finished\n"
        for name in names { rows += "\(name),1,2026-11-01T10:00:00Z\n" }
        try scratch.write(rows, to: "d.csv")
        let program = Program(folder: scratch.folder)
        #expect(try program.run("import", "deployments", "d.csv").status == 0)
        let table = try program.run("dora", "--format", "csv", "--as-of", "2026-11-20").output
        let services = Set(
            table.split(separator: "\r\n").dropFirst().map { Array($0.utf8.prefix { $0 != 44 }) }
        )
        #expect(services == Set(names.map { Array($0.utf8) }))
    }
}
