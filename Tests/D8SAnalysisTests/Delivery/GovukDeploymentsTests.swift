import D8SAnalysis
import D8SModel
import D8STestSupport
import Testing

/// Real deployments with answers that git computed (`govuk-deployments` of the shared data).
@Suite(.enabled(if: SharedData.has("govuk-deployments"), "needs the shared data folder"))
struct GovukDeploymentsTests {
    static let folder = "govuk-deployments"
    static let expected = "\(folder)/expected_production_deployments.csv"

    @Test(arguments: ["frontend", "publishing-api"])
    func `every row equals what git says`(app: String) throws {
        let rows = try SharedData.rows(Self.expected).filter { $0["app"] == app }
        let judged = try Self.delivery(of: app, rows).deployments
        #expect(judged.count == rows.count)
        for (row, deployment) in zip(rows, judged) {
            let place: Comment = "\(row["time"] ?? "") \(row["new_tag"] ?? "")"
            #expect(deployment.direction.rawValue == row["direction"], place)
            #expect((deployment.range?.changes).text == row["commits"], place)
            #expect((deployment.range?.merged).text == row["merged_prs"], place)
            #expect(
                deployment.range?.medianLeadTime.seconds ?? ""
                    == row["median_lead_author_to_prod_s"],
                place
            )
            #expect(
                deployment.range?.medianMergeToDeployment.seconds ?? ""
                    == row["median_lead_merge_to_prod_s"],
                place
            )
        }
    }

    @Test(arguments: ["frontend", "publishing-api"])
    func `every month equals the table`(app: String) throws {
        let rows = try SharedData.rows(Self.expected).filter { $0["app"] == app }
        let judged = try Self.delivery(of: app, rows).deployments
        let months = Dictionary(grouping: judged) {
            String(Zone.utc.day(of: $0.deployment.finished).description.prefix(7))
        }
        let table = try SharedData.rows("\(Self.folder)/expected_monthly.csv")
        for row in table where row["app"] == app {
            let month = months[row["month"] ?? ""] ?? []
            let days = Set(month.map { Zone.utc.day(of: $0.deployment.finished) })
            let place: Comment = "\(row["month"] ?? "")"
            #expect(String(month.count) == row["prod_deploys"], place)
            #expect(String(days.count) == row["distinct_deploy_days"], place)
            #expect(
                String(month.count { $0.direction == .forward }) == row["forward"],
                place
            )
            #expect(
                String(month.count { $0.direction == .rollback }) == row["rollback"],
                place
            )
            let leads = month.filter { $0.direction == .forward }.compactMap {
                $0.range?.medianMergeToDeployment?
                    .rounded(.toNearestOrEven)
            }
            let median = Quantile.median(of: leads).map { "\($0)" } ?? ""
            #expect(
                median == row["median_of_deploy_median_lead_merge_s"],
                place
            )
        }
    }

    /// All deployments in one window of five years; the same tag again minutes later stays a row.
    private static func delivery(
        of app: String,
        _ rows: [[String: String]]
    ) throws -> ServiceDelivery {
        let deployments = rows.enumerated().map { index, row in
            Deployment(
                service: app,
                environment: "production",
                id: String(index),
                name: row["new_tag"],
                revision: row["new_sha"].flatMap { $0.isEmpty ? nil : $0 },
                finished: Instant(iso8601: row["time"] ?? "") ?? Instant(seconds: 0),
                status: .success
            )
        }
        let history = ServiceHistory(
            service: Service(name: app),
            environment: "production",
            deployments: deployments,
            changes: try changes(of: app),
            incidents: []
        )
        return DeliveryAnalysis.service(
            history,
            asOf: "2026-09-01T00:00:00Z",
            zone: .utc,
            policy: DeliveryPolicy(windowDays: 1500, jobsWithin: 0)
        )
    }

    private static func changes(of app: String) throws -> ChangeColumns {
        let commits = try SharedData.rows("\(folder)/changes_\(app).csv")
        let parents = commits.map { ($0["parents"] ?? "").split(separator: " ").map(String.init) }
        let time = { (row: [String: String], column: String) in
            Instant(iso8601: row[column] ?? "")?.milliseconds ?? .min
        }
        let isMerged = commits.map {
            $0["on_main_first_parent"] == "1" && $0["pr_number"]?.isEmpty == false
        }
        return ChangeColumns(
            authored: commits.map { time($0, "author_time") },
            committed: commits.map { time($0, "commit_time") },
            isMerge: parents.map { $0.count > 1 },
            deployment: [Int32](repeating: -1, count: commits.count),
            graph: CommitGraph(revisions: commits.map { $0["sha"] ?? "" }, parents: parents),
            merged: zip(commits, isMerged).map { $1 ? time($0, "commit_time") : .min }
        )
    }
}

extension Int? {
    fileprivate var text: String { map(String.init) ?? "" }
}

extension Double? {
    /// The expected files were rounded as Python does: halves to the even second.
    fileprivate var seconds: String { map { String(Int($0.rounded(.toNearestOrEven))) } ?? "" }
}
