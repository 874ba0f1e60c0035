import Foundation
import Testing

/// Files of other programs, good, bad and hostile.
struct ImportTests {
    private static let deployments = """
        service,environment,id,revision,finished,status
        checkout,production,d1,aaa,2026-11-01T10:00:00Z,success
        checkout,production,d2,bbb,2026-11-03T10:00:00Z,success
        checkout,production,d3,ccc,yesterday,success
        checkout,production,d4,ddd,2026-11-09T10:00:00Z,failure
        """

    @Test func `a bad row is named with its place and the good ones are in`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write(Self.deployments, to: "d.csv")
        let program = Program(folder: scratch.folder)
        let result = try program.run("import", "deployments", "d.csv")
        #expect(result.status == 1)
        #expect(result.errors.contains("d.csv:4: finished"), "\(result.errors)")
        #expect(result.errors.contains("4 new"), "\(result.errors)")
        let again = try program.run("import", "deployments", "d.csv")
        #expect(again.errors.contains("0 new, 0 changed"), "\(again.errors)")
    }

    @Test func `strict refuses the file whole`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write(Self.deployments, to: "d.csv")
        let program = Program(folder: scratch.folder)
        let result = try program.run("import", "deployments", "--strict", "d.csv")
        #expect(result.status == 1)
        #expect(try program.run("import", "deployments", "d.csv").errors.contains("4 new"))
    }

    @Test func `standard input is read`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let row = #"{"service":"a","id":"1","opened":"2026-11-01T10:00:00Z"}"#
        let result = try Program(folder: scratch.folder)
            .run("import", "incidents", "-", input: row)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("2 new"))
    }

    @Test func `hostile names are escaped and contained`() throws {
        let names = [
            "<script>alert(1)</script>", "../../etc/passwd", "=cmd|' /C calc'!A0", "\u{202E}evil",
            "👩‍🚀🚀", String(repeating: "x", count: 10_000), "a\"b'c&d",
        ]
        let scratch = try Scratch()
        defer { scratch.remove() }
        var rows = "service,id,revision,finished,status\n"
        for (index, name) in names.enumerated() {
            let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
            for day in 1...9 {
                rows += "\(quoted),d\(index)-\(day),r\(day),2026-10-0\(day)T10:00:00Z,success\n"
            }
        }
        try scratch.write(rows, to: "d.csv")
        try scratch.write("organisation: \"<b>Acme</b>\"\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        #expect(try program.run("import", "deployments", "d.csv").status == 0)
        let report = try program.run("report", "--all", "--as-of", "2026-11-20T02:00:00Z")
        #expect(report.status == 0, "\(report.errors)")
        let site = try scratch.tree("output")
        for (path, bytes) in site where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(!page.contains("<script>alert"), "\(path)")
            #expect(!page.contains("<b>Acme"), "\(path)")
            #expect(!page.unicodeScalars.contains("\u{202E}"), "\(path)")
        }
        for (path, bytes) in site where path.hasSuffix(".csv") {
            let table = String(decoding: bytes, as: UTF8.self)
            #expect(!table.contains("\n=cmd") && !table.contains(",=cmd"), "\(path)")
            #expect(!table.contains("\"=cmd"), "\(path)")
        }
        #expect(site.keys.allSatisfy { !$0.contains("..") && $0.utf8.count < 300 })
    }
}
