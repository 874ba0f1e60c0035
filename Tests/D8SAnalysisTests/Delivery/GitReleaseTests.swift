import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// The releases of two real repositories with answers that git computed (`git-release-histories` of
/// the shared data): what each stable tag was the first to hold, maintenance branches and all.
@Suite(.enabled(if: SharedData.has("git-release-histories"), "needs the shared data folder"))
struct GitReleaseTests {
    static let folder = "git-release-histories"

    @Test(arguments: ["argo-cd", "pipeline"])
    func `every release first holds what git says`(repository: String) throws {
        let rows = try SharedData.rows("\(Self.folder)/\(repository).expected_lead_times.csv")
        let releases = try Self.delivery(of: repository, rows).deployments
        #expect(releases.count == rows.count)
        // The first release holds what was there before the record began.
        #expect(releases.first?.changes == nil)
        for (row, release) in zip(rows, releases).dropFirst() {
            let place: Comment = "\(row["tag"] ?? "")"
            #expect(release.deployment.name == row["tag"], place)
            #expect(
                release.changes.map(String.init) == row["non_merge_commits_first_released"],
                place
            )
            let median = release.medianLeadTime.map {
                String(Int($0.rounded(.toNearestOrEven)))
            }
            #expect(median ?? "" == row["median_author_to_tag_s"], place)
        }
    }

    /// All stable tags in one window; two tags of one commit stay two releases.
    private static func delivery(
        of repository: String,
        _ rows: [[String: String]]
    ) throws -> ServiceDelivery {
        let tags = try SharedData.rows("\(folder)/\(repository).tags.csv")
        let commits = Dictionary(tags.map { ($0["tag"] ?? "", $0["commit"]) }) { first, _ in first }
        let deployments = rows.enumerated().map { index, row in
            Deployment(
                service: repository,
                environment: "production",
                id: String(index),
                name: row["tag"],
                revision: commits[row["tag"] ?? ""] ?? nil,
                finished: Instant(iso8601: row["tag_created"] ?? "") ?? Instant(seconds: 0),
                status: .success
            )
        }
        let history = ServiceHistory(
            service: Service(name: repository),
            environment: "production",
            deployments: deployments,
            changes: try changes(of: repository),
            incidents: []
        )
        return DeliveryAnalysis.service(
            history,
            asOf: "2026-11-20T00:00:00Z",
            zone: .utc,
            policy: DeliveryPolicy(windowDays: 3650, jobsWithin: -1)
        )
    }

    private static func changes(of repository: String) throws -> ChangeColumns {
        let rows = try SharedData.rows("\(folder)/\(repository).commits.csv.gz")
        let parents = rows.map { ($0["parents"] ?? "").split(separator: " ").map(String.init) }
        let time = { (row: [String: String], column: String) in
            Instant(iso8601: row[column] ?? "")?.milliseconds ?? .min
        }
        return ChangeColumns(
            authored: rows.map { time($0, "author_time") },
            committed: rows.map { time($0, "commit_time") },
            isMerge: parents.map { $0.count > 1 },
            deployment: [Int32](repeating: -1, count: rows.count),
            graph: CommitGraph(revisions: rows.map { $0["sha"] ?? "" }, parents: parents)
        )
    }
}
