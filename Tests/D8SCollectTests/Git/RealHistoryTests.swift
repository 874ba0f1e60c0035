import D8SModel
import Foundation
import Testing

@testable import D8SCollect

/// Held against the known answers that come with the real histories; see their `SOURCE.txt`.
@Suite(.enabled(if: RealHistories.found != nil, "the shared data is not here"))
struct RealHistoryTests {
    @Test(arguments: ["argo-cd", "pipeline"])
    func `commits and lead times per release are those that are known`(name: String) throws {
        let real = try #require(RealHistories.found)
        let path = NSTemporaryDirectory() + "d8s-real-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try real.make(name, at: path)
        let source = GitSource(repository: path, service: name, tagPatterns: ["v*"])
        let collected = try Collected(source)
        let byRelease = Dictionary(grouping: collected.batch.changes, by: \.deployment)
        let rows = try real.table("\(name).expected_lead_times")

        #expect(collected.batch.deployments.map(\.id) == rows.map { $0["tag"] })
        for (deployment, row) in zip(collected.batch.deployments, rows) {
            let work = (byRelease[deployment.id] ?? []).filter { !$0.isMerge }
            let leads = work.map { deployment.finished.seconds(since: $0.authored) }
            #expect("\(deployment.finished)" == row["tag_created"])
            #expect("\(work.count)" == row["non_merge_commits_first_released"], "\(deployment.id)")
            #expect(median(leads) == row["median_author_to_tag_s"], "\(deployment.id)")
        }
        try checkDeltas(of: source, real.table("\(name).expected_release_deltas"))
    }

    private func checkDeltas(of source: GitSource, _ rows: [[String: String]]) throws {
        let deltas = try source.releaseDeltas()
        #expect(deltas.count == rows.count)
        for (delta, row) in zip(deltas, rows) {
            #expect(delta.previous == row["previous_tag"])
            #expect(delta.release == row["tag"])
            #expect("\(delta.finished)" == row["tag_created"])
            #expect("\(delta.added)" == row["commits_new_in_tag"], "\(delta.release)")
            #expect("\(delta.lost)" == row["commits_lost_from_previous"], "\(delta.release)")
        }
    }

    /// The mean of the two middle values for an even count, to the whole second; empty for none.
    private func median(_ values: [Double]) -> String {
        guard !values.isEmpty else { return "" }
        let sorted = values.sorted()
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        return String(Int(middle.rounded(.toNearestOrEven)))
    }
}
