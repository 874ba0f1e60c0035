import D8SCollect
import D8SModel
import D8STestSupport
import Testing

@Suite struct DeploymentImportTests {
    private static let commit = "0123456789abcdef0123456789abcdef01234567"

    @Test func `every column is read, in any order and spelling`() throws {
        let result = try imported(
            .deployments,
            """
            Team,Reason,unplanned,RESULT,Finished-At,started at,Version,sha,deploymentId,env,app
            Shop,rollback to 1.1,yes,failed,2026-11-20T14:05:00Z,2026-11-20T14:00:00Z,1.2,c7,d1,staging,checkout
            """
        )
        #expect(
            result.deployments == [
                Deployment(
                    service: "checkout",
                    environment: "staging",
                    id: "d1",
                    name: "1.2",
                    revision: "c7",
                    started: "2026-11-20T14:00:00Z",
                    finished: "2026-11-20T14:05:00Z",
                    status: .failure,
                    rework: .rollback,
                    reworkEvidence: "rollback to 1.1"
                )
            ]
        )
        #expect(result.services == [Service(name: "checkout", team: "Shop")])
        #expect(result.report.read == 1)
        #expect(result.report.rejected == 0)
        #expect(result.report.notes == [])
        #expect(result.report.newest == "2026-11-20T14:05:00Z")
    }

    @Test func `a file may say no more than service and time`() throws {
        let text = "service,finished\ncheckout,2026-11-20T14:05:00Z\n"
        let result = try imported(.deployments, text)
        let deployment = try #require(result.deployments.first)
        #expect(deployment.environment == "production")
        #expect(deployment.status == .success)
        #expect(deployment.rework == nil)
        #expect(deployment.revision == nil)
        #expect(deployment.id == "production-2026-11-20T14:05:00Z")
        #expect(try imported(.deployments, text).deployments == result.deployments)
    }

    @Test func `JSON Lines give the same deployments as CSV`() throws {
        let csv = try imported(
            .deployments,
            "service,id,revision,finished,status\ncheckout,d1,c1,1795183500,success\n"
        )
        let json = try imported(
            .deployments,
            #"{"finished":1795183500,"status":"SUCCESS","service":"checkout","id":"d1","revision":"c1"}"#
        )
        #expect(json.deployments == csv.deployments)
        #expect(json.deployments.first?.finished == "2026-11-20T14:05:00Z")
    }

    @Test(arguments: [
        ("Successful", DeploymentStatus.success), ("passed", .success), ("COMPLETED", .success),
        ("error", .failure), ("timed_out", .failure), ("canceled", .cancelled),
        ("skipped", .cancelled),
    ])
    func `usual words for a status are known`(_ word: String, _ status: DeploymentStatus) throws {
        let text = "service,finished,status\na,2026-11-20T14:05:00Z,\(word)\n"
        #expect(try imported(.deployments, text).deployments.map(\.status) == [status])
    }

    @Test(
        arguments: [
            ("", "", nil, nil),
            ("no", "", nil, nil),
            ("yes", "", .unplanned, "said to be unplanned"),
            ("1", "hot-fix for login", .hotfix, "hot-fix for login"),
            ("", "rolled back", .rollback, "rolled back"),
            ("", "Revert \"add\"", .revert, "Revert \"add\""),
            ("", "patch", .patch, "patch"),
            // Said to be unplanned, it counts, although a patch alone is but a candidate.
            ("true", "patch", .unplanned, "patch"),
            ("", "the disk was full", .unplanned, "the disk was full"),
            ("", "planned", nil, nil),
            ("false", "rollback", nil, nil),
        ] as [(String, String, ReworkReason?, String?)]
    )
    func `rework is read from both columns`(
        _ unplanned: String,
        _ reason: String,
        _ expected: ReworkReason?,
        _ evidence: String?
    ) throws {
        let quoted = reason.replacing("\"", with: "\"\"")
        let text = """
            service,finished,unplanned,reason
            a,2026-11-20T14:05:00Z,\(unplanned),"\(quoted)"
            """
        let deployment = try #require(try imported(.deployments, text).deployments.first)
        #expect(deployment.rework == expected)
        #expect(deployment.reworkEvidence == evidence)
    }

    @Test func `a deployment that has not ended is left out and said so`() throws {
        let text = "service,finished,status\na,,in_progress\nb,2026-11-20T14:05:00Z,ok\n"
        let result = try imported(.deployments, text)
        #expect(result.deployments.map(\.service) == ["b"])
        #expect(result.report.rejected == 0)
        #expect(result.report.notes.count { $0.contains("has not ended") } == 1)
    }

    @Test func `each bad row is reported with line, column and reason, and good rows stay`() throws
    {
        let text = """
            service,id,started,finished,status,unplanned
            good,1,,2026-11-20T14:05:00Z,success,
            ,2,,2026-11-20T14:05:00Z,success,
            a,3,,,success,
            a,4,,20 Nov 2026,success,
            a,5,2026-11-20T15:00:00Z,2026-11-20T14:05:00Z,success,
            a,6,,2026-11-20T14:05:00Z,perhaps,
            a,7,,2026-11-20T14:05:00Z,success,maybe
            a,8,,2026-11-20T14:05:00,success,
            a,9,,2026-11-20T14:05:00Z
            "multi
            line",10,,2026-11-20T14:05:00Z,success,x
            good,11,,2026-11-20T14:05:00Z,success,

            """
        let result = try imported(.deployments, text)
        #expect(result.deployments.map(\.id) == ["1", "11"])
        #expect(result.report.read == 11)
        #expect(result.report.rejected == 9)
        #expect(
            result.problems == [
                "3: service: is empty",
                "4: finished: is empty",
                "5: finished: `20 Nov 2026` is no ISO 8601 time and no Unix time",
                "6: finished: is before the start",
                "7: status: `perhaps` is not known: use success, failure or cancelled",
                "8: unplanned: `maybe` is neither yes nor no",
                "9: finished: `2026-11-20T14:05:00` has no time zone"
                    + " (append Z or an offset, or name one with `timezone`)",
                "10: has 4 fields where the header has 6",
                "11: unplanned: `x` is neither yes nor no",
            ]
        )
        let first = try #require(result.report.problems.first)
        #expect("\(first)".hasSuffix("rows.csv:3: service: is empty"))
    }

    @Test func `all bad rows are counted, and the first hundred kept`() throws {
        let text = "service,finished\n" + String(repeating: "a,never\n", count: 250)
        let report = try imported(.deployments, text).report
        #expect(report.rejected == 250)
        #expect(report.problems.count == 100)
    }

    @Test func `strict takes nothing of a file with a bad row`() throws {
        let good = "a,2026-11-20T14:05:00Z\n"
        let text = "service,finished\n" + String(repeating: good, count: 12_000) + "b,never\n"
        let importer = Importer(kind: .deployments, isStrict: true)
        let file = try ImportFixture(text)
        var batches = 0
        let error = #expect(throws: CollectError.self) {
            _ = try importer.read(file.path) { _ in batches += 1 }
        }
        #expect(batches == 0)
        #expect(error.map { "\($0)" }?.contains("1 of its 12001 rows") == true)
        let whole = try imported(.deployments, "service,finished\n" + good, isStrict: true)
        #expect(whole.deployments.count == 1)
    }

    @Test func `batches stay small however long the file is`() throws {
        let row = "a,2026-11-20T14:05:00Z\n"
        let result = try imported(
            .deployments,
            "service,finished\n" + String(repeating: row, count: 12_345)
        )
        #expect(result.deployments.count == 12_345)
        #expect(result.largestBatch == 5000)
    }

    @Test func `tags become commits and what cannot be resolved is kept and told`() throws {
        var aliases = RevisionAliases()
        aliases.add(tag: "v1", revision: "c1", service: "a")
        let text = """
            service,id,finished,revision
            a,1,2026-11-20T14:00:00Z,v1
            a,2,2026-11-20T14:01:00Z,release-\(Self.commit)
            a,3,2026-11-20T14:02:00Z,\(Self.commit)
            a,4,2026-11-20T14:03:00Z,latest
            a,5,2026-11-20T14:04:00Z,
            b,6,2026-11-20T14:05:00Z,v1
            """
        let result = try imported(.deployments, text, aliases: aliases)
        #expect(
            result.deployments.map(\.revision) == [
                "c1", Self.commit, Self.commit, nil, nil, "v1",
            ]
        )
        #expect(
            result.deployments.map(\.name) == [
                "v1", "release-\(Self.commit)", nil, "latest", nil, nil,
            ]
        )
        #expect(result.report.rejected == 0)
        #expect(
            result.report.notes == [
                "Deployments with a revision that is neither a commit nor a known tag (for example"
                    + " `latest`): kept without a commit, so that no change maps to them: 1.",
                "Deployments with no revision: kept, but no change maps to them: 1.",
            ]
        )
    }

    @Test func `hostile texts are kept as they are or refused with a reason`() throws {
        let long = String(repeating: "é", count: 10_000)
        let names = [
            "<script>alert(1)</script>", "../../etc/passwd", "=cmd()", "👩‍👩‍👧‍👦", "\u{202E}gpj.exe", long,
        ]
        let rows = names.map { "\"\($0)\",2026-11-20T14:05:00Z" }
        let text =
            "service,finished\n" + rows.joined(separator: "\n") + "\nnul\0,2026-11-20T14:05:00Z\n"
        let result = try imported(.deployments, text)
        #expect(result.deployments.map(\.service) == names)
        #expect(result.problems == ["8: service: holds a NUL character"])
        let latin1 = try ImportFixture(
            Array("service,finished\ncaf".utf8) + [0xE9] + Array(",2026-11-20T14:05:00Z\n".utf8)
        )
        let report = try latin1.read(Importer(kind: .deployments)).report
        #expect(report.problems.map(\.reason) == ["is not valid UTF-8"])
    }
}
