import Foundation
import Testing

/// What somebody does who has just found D8S.
struct NewcomerTests {
    @Test func `init and nightly in a repository with release tags publish a site`() throws {
        let scratch = try Repository.withReleases(count: 12)
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let initialised = try program.run("init")
        #expect(initialised.status == 0, "\(initialised.errors)")
        #expect(try scratch.text("d8s.yaml").contains("v[0-9]*"))
        let nightly = try program.run("nightly", "--as-of", "2026-11-20T02:00:00Z")
        #expect(nightly.status == 0, "\(nightly.errors)")
        let site = try scratch.tree("output")
        for path in ["index.html", "executive/summary.pdf", "methods/index.html", "items.json"] {
            #expect(site[path] != nil, "\(path)")
        }
        let dora = try program.run("dora", "--format", "json", "--as-of", "2026-11-20T02:00:00Z")
        #expect(dora.output.contains("deployment_frequency"))
    }

    @Test func `init does not write over a configuration`() throws {
        let scratch = try Repository.withReleases(count: 2)
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("init").status == 0)
        let again = try program.run("init")
        #expect(again.status != 0)
        #expect(again.errors.contains("--force"))
    }

    @Test func `nightly without a configuration says what to do`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let result = try Program(folder: scratch.folder).run("nightly")
        #expect(result.status != 0)
        #expect(result.errors.contains("d8s init"))
    }

    @Test func `an empty history is never fine`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write("organisation: Empty\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        let items = try program.run("items", "--as-of", "2026-11-20")
        #expect(items.status == 0)
        #expect(!items.output.contains("Nothing needs attention"), "\(items.output)")
    }

    @Test func `a source that fails is an item, and the edition is published`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write("sources:\n  - git: ./nowhere\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        let nightly = try program.run("nightly")
        #expect(nightly.status == 1, "\(nightly.errors)")
        #expect(try scratch.text("output/index.html").contains("nowhere"))
        #expect(try program.run("sources").output.contains("no git repository"))
    }

    @Test(arguments: [
        [], ["nightly"], ["collect"], ["report"], ["init"], ["import"], ["demo"], ["dora"],
        ["items"], ["explain"], ["accept"], ["sources"], ["query"], ["rules"],
    ])
    func `every command's help has examples`(command: [String]) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        let help = try program.run(arguments: command + ["--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("d8s " + (command.first ?? "init")), "\(help.output)")
        let lines = help.output.split(separator: "\n")
        let undocumented = lines.filter { line in
            let trimmed = line.drop { $0 == " " }
            return trimmed.hasPrefix("--") && !trimmed.contains("  ") && trimmed.count < 20
        }
        #expect(undocumented.isEmpty, "\(undocumented)")
    }
}
