import Foundation
import Testing

/// What outside tools say of a whole site.
struct SiteValidityTests {
    @Test func `HTML, feed, SVG, JSON and PDF are valid`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("demo", "--directory", ".", "--services", "4").status == 0)
        #expect(try program.run("nightly", "--all").status == 0)
        let site = try scratch.tree("output").keys.sorted()
        for (suffix, command) in Self.checks {
            let files = site.filter { $0.hasSuffix(suffix) }
            #expect(!files.isEmpty, "\(suffix)")
            for file in files {
                let complaint = try complaint(command, about: scratch.url("output/" + file))
                #expect(complaint == "", "\(file)")
            }
        }
    }

    @Test func `every text file has a compressed twin`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("demo", "--directory", ".", "--services", "2").status == 0)
        #expect(try program.run("nightly").status == 0)
        let site = try scratch.tree("output")
        for path in site.keys.sorted() {
            let isText = ["html", "css", "js", "svg", "json", "csv", "xml"]
                .contains(URL(fileURLWithPath: path).pathExtension)
            #expect(!isText || site[path + ".gz"] != nil, "\(path)")
        }
    }

    @Test func `pages ask no other host for anything and hold no inline script or style`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("demo", "--directory", ".", "--services", "4").status == 0)
        #expect(try program.run("nightly", "--all").status == 0)
        for (path, bytes) in try scratch.tree("output") where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.contains("Content-Security-Policy"), "\(path)")
            for part in ["src=\"http", "srcset=\"http", " style=", "<style", " onclick", "<base"] {
                #expect(!page.contains(part), "\(path) has \(part)")
            }
        }
    }

    /// Tidy knows neither `loading` nor `inputmode`; everything else it says counts.
    private static let checks = [
        (".html", "tidy -e -q --warn-proprietary-attributes no --drop-empty-elements no"),
        (".xml", "xmllint --noout"),
        (".svg", "xmllint --noout"), (".json", "python3 -m json.tool --no-ensure-ascii"),
        (".pdf", "qpdf --check"),
    ]

    /// What the command says on standard error, or its status if it fails without a word.
    private func complaint(_ command: String, about file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command + " \"$0\" 2>&1 >/dev/null", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let words = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: words, as: UTF8.self)
        return text.isEmpty && process.terminationStatus != 0
            ? "status \(process.terminationStatus)" : text
    }
}
