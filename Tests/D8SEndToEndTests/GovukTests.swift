import D8STestSupport
import Foundation
import Testing

/// The real deployments of two applications, from import to answer, against what git says of them.
@Suite(.enabled(if: SharedData.has("govuk-deployments"), "needs the shared data folder"))
struct GovukTests {
    private static let folder = "govuk-deployments/"
    private static let applications = ["frontend", "publishing-api"]

    @Test func `every deployment and every month equals what git says`() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try imported(scratch)
        let expected = try SharedData.rows(Self.folder + "expected_production_deployments.csv")
        let months = try SharedData.rows(Self.folder + "expected_monthly.csv")
        for application in Self.applications {
            let lines = try DeploymentLine.all(
                program,
                "--service",
                application,
                "--as-of",
                "2026-09-01"
            )
            compare(lines, with: expected.filter { $0["app"] == application })
            compareMonths(of: lines, with: months.filter { $0["app"] == application })
        }
        let rows = expected.filter {
            $0["app"] == "frontend" && $0["time"]?.hasPrefix("2024-03") == true
        }
        let march = try DeploymentLine.all(
            program,
            "--service",
            "frontend",
            "--since",
            "2024-03-01",
            "--until",
            "2024-04-01"
        )
        compare(march, with: rows)
    }

    /// A folder with the history; nothing that cannot be resolved goes unsaid.
    private func imported(_ scratch: Scratch) throws -> Program {
        // The same tag again minutes later is a row of its own in the expected file.
        try scratch.write("organisation: GOV.UK\njobs_within: 0\n", to: "d8s.yaml")
        let program = Program(folder: scratch.folder)
        let aliases = Self.applications.flatMap {
            ["--aliases", "\($0)=" + SharedData.path("\(Self.folder)tags_\($0).csv")]
        }
        let deployments = try program.run(
            arguments: [
                "import", "deployments", SharedData.path(Self.folder + "deployments.csv.gz"),
                "--map", "revision=new_tag", "--set", "status=success", "--only",
                "environment=production",
            ] + aliases
        )
        #expect(deployments.status == 0, "\(deployments.errors)")
        #expect(deployments.errors.contains("for example `validator_change`"))
        #expect(deployments.errors.contains("Deployments with no revision"))
        for application in Self.applications {
            let file = SharedData.path("\(Self.folder)changes_\(application).csv")
            let changes = ["import", "changes", file, "--set", "service=\(application)"]
            // Commits on the first-parent line reached it when they were committed.
            let merges = [
                "--map", "committed=commit_time", "--map", "merged=commit_time", "--only",
                "on_main_first_parent=1",
            ]
            #expect(try program.run(arguments: changes).status == 0)
            #expect(try program.run(arguments: changes + merges).status == 0)
        }
        return program
    }

    private func compare(_ lines: [DeploymentLine], with rows: [[String: String]]) {
        #expect(lines.count == rows.count)
        for (line, row) in zip(lines, rows) {
            let place: Comment = "\(row["app"] ?? "") \(row["time"] ?? "") \(row["new_tag"] ?? "")"
            #expect(line.finished == row["time"], place)
            if let commit = row["new_sha"], !commit.isEmpty {
                #expect(line.revision == commit, place)
            }
            #expect(line.direction == row["direction"], place)
            #expect(line.rangeChanges.text == row["commits"], place)
            #expect(line.rangeMerged.text == row["merged_prs"], place)
            #expect(
                line.rangeMedianLeadTime.seconds == row["median_lead_author_to_prod_s"],
                place
            )
            #expect(
                line.rangeMedianMergeToDeployment.seconds
                    == row["median_lead_merge_to_prod_s"],
                place
            )
        }
    }

    private func compareMonths(of lines: [DeploymentLine], with rows: [[String: String]]) {
        let months = Dictionary(grouping: lines) { String($0.finished.prefix(7)) }
        #expect(Set(months.keys) == Set(rows.compactMap { $0["month"] }))
        for row in rows {
            let month = months[row["month"] ?? ""] ?? []
            let place: Comment = "\(row["app"] ?? "") \(row["month"] ?? "")"
            let days = Set(month.map { $0.finished.prefix(10) })
            #expect(String(month.count) == row["prod_deploys"], place)
            #expect(String(days.count) == row["distinct_deploy_days"], place)
            #expect(String(month.count { $0.direction == "forward" }) == row["forward"], place)
            #expect(String(month.count { $0.direction == "rollback" }) == row["rollback"], place)
        }
    }
}
