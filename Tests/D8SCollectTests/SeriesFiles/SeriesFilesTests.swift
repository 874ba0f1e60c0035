import D8SModel
import Foundation
import Testing

@testable import D8SCollect

struct SeriesFilesTests {
    /// Each sample of a file as `series time value`, time in seconds.
    private func read(
        _ text: String,
        name: String = "loads.csv",
        _ mapping: SeriesMapping = SeriesMapping(),
        zone: Zone? = nil
    ) throws -> (samples: [String], report: CollectReport) {
        let file = try ImportFixture(text, name: name)
        return try read([file.path], mapping, zone)
    }

    private func read(
        _ paths: [String],
        _ mapping: SeriesMapping = SeriesMapping(),
        _ zone: Zone? = nil
    ) throws -> (samples: [String], report: CollectReport) {
        var samples: [String] = []
        let files = SeriesFiles(paths: paths, mapping: mapping, zone: zone)
        let report = try files.read { samples += Self.samples($0) }
        return (samples, report)
    }

    private static func samples(_ batch: RecordBatch) -> [String] {
        let columns = batch.columns.flatMap { column in
            zip(column.times, column.values).map { "\(column.series) \($0 / 1000) \($1)" }
        }
        let rounds = batch.rounds.flatMap { round in
            round.positions.indices.map { index in
                "\(round.list[Int(round.positions[index])]) \(round.times[index] / 1000)"
                    + " \(round.values[index])"
            }
        }
        return columns + rounds
    }

    @Test func `a long table has a metric and labels in each row`() throws {
        let (samples, report) = try read(
            """
            time,metric,value,host
            2026-11-01T00:00:00Z,load,1.5,a
            1793491260,load,2,b
            1793491320000,up,1,
            """
        )
        #expect(report.problems == [] && report.notes == [])
        #expect(
            samples == [
                "load{host=\"a\"} 1793491200 1.5", "load{host=\"b\"} 1793491260 2.0",
                "up 1793491320 1.0",
            ]
        )
    }

    @Test func `a wide table has a column for each metric`() throws {
        let text = "Time,load1,load15,host\n1793491200,1,2,a\n1793491260,,4,a\n"
        let mapping = SeriesMapping(labels: ["host"], constants: [Label("dc", "b")])
        let (samples, _) = try read(text, mapping)
        #expect(
            samples == [
                "load1{dc=\"b\",host=\"a\"} 1793491200 1.0",
                "load15{dc=\"b\",host=\"a\"} 1793491200 2.0",
                "load15{dc=\"b\",host=\"a\"} 1793491260 4.0",
            ]
        )
    }

    @Test func `keys say which columns are meant`() throws {
        let text = "day;at,n,host\nx,2026-11-01,7,a\n"
        let mapping = SeriesMapping(
            time: "n",
            values: [.init("m", "host")]
        )
        #expect(throws: CollectError.self) {
            try read(text, SeriesMapping(time: "when"))
        }
        let (_, report) = try read(text, mapping)
        #expect(report.notes == ["Columns not used: day;at."] || report.rejected == 1)
        let days = try read(
            "at,n\n2026-11-01,7\n",
            SeriesMapping(metric: .constant("n"), value: "n"),
            zone: Zone(identifier: "Europe/Berlin")
        )
        #expect(days.samples == ["n 1793487600 7.0"])
    }

    @Test func `a bad line is named with its column, and the others stay`() throws {
        let (samples, report) = try read(
            "time,metric,value\n1793491200,a,1\n1793491201,a,x\nsoon,a,1\n1793491202,,1\n1793491203,a\n"
                + "1793491204,a,NaN\n1793491205,b,+Inf\n1793491206,b,\n"
        )
        #expect(samples == ["a 1793491200 1.0", "a 1793491204 nan", "b 1793491205 inf"])
        let problems = report.problems.map { "\($0.line ?? 0) \($0.column ?? "-") \($0.reason)" }
        #expect(
            problems == [
                "3 value `x` is no number",
                "4 time `soon` is no ISO 8601 time and no Unix time",
                "5 metric is empty", "6 - has 2 fields where the header has 3",
            ]
        )
    }

    @Test func `OpenMetrics has times in seconds, Prometheus' text in milliseconds`() throws {
        let seconds =
            "# TYPE a counter\na_total{b=\"c\"} 1 1793491200.5\na_total{b=\"c\"} 2 1793491260\n"
        let expected = ["a_total{b=\"c\"} 1793491200 1.0", "a_total{b=\"c\"} 1793491260 2.0"]
        let open = try read(seconds + "# EOF\n", name: "a.om")
        #expect(open.samples == expected && open.report.problems == [])
        #expect(try read(seconds + "# EOF\n", name: "a.txt").samples == expected)
        let text = "# TYPE a_total counter\na_total{b=\"c\"} 1 1793491200500\n"
        #expect(try read(text, name: "a.prom").samples == [expected[0]])
    }

    @Test func `a bad line of OpenMetrics is named with its column`() throws {
        let text = "a 1 1793491200\na{b=c} 1 1793491201\na 2 1793491202\na 3\n# EOF\n"
        let (samples, report) = try read(text, name: "a.om")
        #expect(samples == ["a 1793491200 1.0", "a 1793491202 2.0"])
        #expect(report.problems.map(\.line) == [2, 4])
        #expect(report.problems.first?.column == "column 5")
        #expect(report.rejected == 2)
    }

    @Test func `many samples come in batches of a bounded size`() throws {
        var text = "time,value,host\n"
        for index in 0..<600_000 { text += "\(1_793_491_200 + index),\(index),\(index % 7)\n" }
        let file = try ImportFixture(text)
        let mapping = SeriesMapping(metric: .constant("n"))
        var sizes: [Int] = [], sum = 0.0
        let report = try SeriesFiles(paths: [file.path], mapping: mapping).read { batch in
            sizes.append(batch.sampleCount)
            sum += batch.columns.reduce(0) { $0 + $1.values.reduce(0, +) }
            #expect(batch.columns.count == 7)
        }
        #expect(report.read == 600_000 && sum == 179_999_700_000)
        #expect(
            sizes == [SampleGatherer.size, SampleGatherer.size, 600_000 - 2 * SampleGatherer.size]
        )
    }

    private static let pages = SharedFolder.path("kubevirt-ci/metrics_daily_snapshots.tar.gz")

    /// Samples and series by `tar -xzOf … | grep -v '^#' | awk NF`, with `wc -l` and, without the
    /// values, `sort -u | wc -l`; the sum by `awk '{s += $NF} END {printf "%.6f", s}'`.
    @Test(.enabled(if: pages != nil, "the shared data are not there"))
    func `years of daily pages as one OpenMetrics file`() throws {
        let archive = try #require(Self.pages)
        let folder = FileManager.default.temporaryDirectory.path + "/d8s-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar", "-xzf", archive, "-C", folder]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try Self.joined(folder + "/metrics").write(
            toFile: folder + "/all.txt",
            atomically: false,
            encoding: .utf8
        )
        var series: Set<Series> = [], count = 0, sum = 0.0, first = Int64.max, last = Int64.min
        let report = try SeriesFiles(paths: [folder + "/all.txt"]).read { batch in
            for round in batch.rounds {
                series.formUnion(round.list.series)
                count += round.times.count
                sum += round.values.reduce(0, +)
                first = min(first, round.times.min() ?? first)
                last = max(last, round.times.max() ?? last)
            }
        }
        #expect(report.problems == [] && count == 12_115 && series.count == 47)
        #expect(abs(sum - 24_836_043_469.155212) < 0.01)
        #expect("\(Instant(milliseconds: first))" == "2021-02-05T15:18:23Z")
    }

    /// The samples of all pages with the time in the page's name, such as `2021-02-05T151823Z.prom`.
    private static func joined(_ folder: String) throws -> String {
        var text = ""
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let digits = Array(name.dropLast(".prom".count))
            let clock = [11, 13, 15].map { String(digits[$0..<$0 + 2]) }.joined(separator: ":")
            let time = try #require(Instant(iso8601: "\(String(digits[..<11]))\(clock)Z"))
            let page = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for line in page.split(separator: "\n") where !line.hasPrefix("#") {
                text += "\(line) \(time.milliseconds / 1000)\n"
            }
        }
        return text + "# EOF\n"
    }
}

/// The folder of real data beside the repository, which need not be there.
private enum SharedFolder {
    static func path(_ path: String) -> String? {
        let folder = ProcessInfo.processInfo.environment["D8S_SHARED_DATA"] ?? "../shared/data"
        let whole = folder + "/" + path
        return FileManager.default.fileExists(atPath: whole) ? whole : nil
    }
}
