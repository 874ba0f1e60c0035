import D8STestSupport
import Foundation
import Testing

/// Releases of two real repositories, from git to answer, against what git says of them.
@Suite(.enabled(if: SharedData.has("git-release-histories"), "needs the shared data folder"))
struct ReleaseTests {
    private static let folder = "git-release-histories/"

    @Test(arguments: ["pipeline", "argo-cd"])
    func `commits and lead times of every release equal what git says`(name: String) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let make = Process()
        make.executableURL = URL(fileURLWithPath: SharedData.path(Self.folder + "make-repository"))
        make.arguments = [name, scratch.url("repository").path]
        make.standardOutput = FileHandle.nullDevice
        make.standardError = FileHandle.nullDevice
        try make.run()
        make.waitUntilExit()
        try #require(make.terminationStatus == 0)
        let program = Program(folder: scratch.folder)
        #expect(try program.run("init", "--directory", "repository").status == 0)
        // Two tags on one commit are one release, unless somebody says otherwise.
        let configuration = try scratch.text("d8s.yaml") + "jobs_within: 0\n"
        try scratch.write(configuration, to: "d8s.yaml")
        let collected = try program.run("collect")
        #expect(collected.status == 0, "\(collected.errors)")
        let lines = try DeploymentLine.all(program)
        let released = Dictionary(lines.map { ($0.name ?? "", $0) }) { first, _ in first }
        // The first release maps no changes: nobody knows when the service was first in use.
        let rows = try SharedData.rows(Self.folder + "\(name).expected_lead_times.csv")
        #expect(lines.count == rows.count)
        for row in rows.dropFirst() {
            let line = released[row["tag"] ?? ""]
            let place: Comment = "\(row["tag"] ?? "")"
            #expect(line?.finished == row["tag_created"], place)
            #expect(
                (line?.changes ?? 0) == Int(row["non_merge_commits_first_released"] ?? ""),
                place
            )
            #expect(line?.medianLeadTime.seconds == row["median_author_to_tag_s"], place)
        }
    }
}
