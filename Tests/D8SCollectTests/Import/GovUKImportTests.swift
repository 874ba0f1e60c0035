import D8SCollect
import D8SModel
import D8STestSupport
import Foundation
import Testing

/// Real data that is not in this repository: `D8S_SHARED_DATA` names the folder, else it is looked
/// for beside the package.
private let folder: String = {
    let environment = ProcessInfo.processInfo.environment["D8S_SHARED_DATA"]
    return (environment ?? "../shared/data") + "/govuk-deployments"
}()

private let isThere = FileManager.default.fileExists(atPath: folder + "/deployments.csv.gz")

/// Expected counts: the folder's SOURCE.txt, and `zcat deployments.csv.gz | cut -d, -f3 | sort |
/// uniq -c`, `wc -l *.csv`, and the column `new_sha` of `expected_production_deployments.csv`.
@Suite(.enabled(if: isThere, "needs the folder govuk-deployments of the shared data"))
struct GovUKImportTests {
    @Test func `no deployment is lost and the commits are those that git says`() throws {
        var aliases = RevisionAliases()
        for service in ["frontend", "publishing-api"] {
            let report = try aliases.read("\(folder)/tags_\(service).csv", service: service)
            #expect(report.rejected == 0)
        }
        #expect(aliases.count == 1608 + 1438)
        let importer = Importer(
            kind: .deployments,
            mapping: ImportMapping(columns: [.init("revision", "new_tag")]),
            aliases: aliases
        )
        var ids: Set<String> = []
        var production: [Deployment] = []
        let report = try importer.read(folder + "/deployments.csv.gz") { batch in
            ids.formUnion(batch.deployments.map { $0.service + "/" + $0.id })
            production += batch.deployments.filter { $0.environment == "production" }
        }
        #expect(report.read == 115_467)
        #expect(report.rejected == 0)
        #expect(ids.count == 115_467)
        #expect(production.count == 31_878)
        #expect(report.notes.contains { $0.contains("nor a known tag") })
        try check(production.filter { ["frontend", "publishing-api"].contains($0.service) })
    }

    private func check(_ production: [Deployment]) throws {
        #expect(production.count == 2710)
        let expected = try expectedCommits()
        #expect(expected.count == 2703)
        var commits: [String: String] = [:]
        for deployment in production {
            commits["\(deployment.finished),\(deployment.service)"] = deployment.revision
        }
        #expect(commits.filter { expected[$0.key] != nil } == expected)
        // Six more name a commit that the application's repository does not hold; the tag
        // `validator_change` is nowhere.
        #expect(commits.count == 2703 + 6)
        #expect(production.filter { $0.revision == nil }.map(\.name) == ["validator_change"])
    }

    @Test(arguments: [("frontend", 8537), ("publishing-api", 5567)])
    func `all changes are read`(_ service: String, _ expected: Int) throws {
        let mapping = ImportMapping(constants: [.init("service", service)])
        var count = 0
        var withoutParents = 0
        let report = try Importer(kind: .changes, mapping: mapping)
            .read("\(folder)/changes_\(service).csv") { batch in
                count += batch.changes.count
                withoutParents += batch.changes.count { $0.parents.isEmpty }
            }
        #expect(count == expected)
        #expect(report.rejected == 0)
        #expect(withoutParents == 0)
    }

    /// The column `new_sha` by time and application, where it is not empty.
    private func expectedCommits() throws -> [String: String] {
        let path = folder + "/expected_production_deployments.csv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(
            whereSeparator: \.isNewline
        )
        var commits: [String: String] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if !fields[5].isEmpty { commits["\(fields[0]),\(fields[1])"] = String(fields[5]) }
        }
        return commits
    }
}
