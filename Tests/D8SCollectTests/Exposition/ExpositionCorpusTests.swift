import D8SModel
import Foundation
import Testing

@testable import D8SCollect

/// Real pages from the folder of shared data; skipped where it is not there.
@Suite(.enabled(if: SharedPages.isThere, "the folder of shared data is not there"))
struct ExpositionCorpusTests {
    @Test func `each sample that telegraf finds is found`() throws {
        let cases =
            try SharedPages.folders("telegraf-parsers/plugins/parsers/openmetrics/testcases")
            + SharedPages.folders("telegraf-parsers/plugins/parsers/prometheus/testcases")
        var seen = 0
        for folder in cases where SharedPages.exists(folder + "/input.txt") {
            let bytes = try SharedPages.bytes(folder + "/input.txt")
            let isOpenMetrics = folder.contains("/openmetrics/")
            // The case valid_info has an info without `_info`, which OpenMetrics forbids.
            let page = try read(
                bytes,
                isOpenMetrics ? .openMetrics : .text,
                isStrict: !folder.hasSuffix("valid_info")
            )
            let expected = try String(contentsOfFile: folder + "/expected_v2.out", encoding: .utf8)
            for line in expected.split(separator: "\n") where !line.hasPrefix("#") {
                for (name, value) in TelegrafLine.fields(line) {
                    #expect(
                        TelegrafLine.isFound(name, value, line, in: page),
                        "\(folder): \(name) \(value)"
                    )
                    seen += 1
                }
            }
        }
        #expect(seen > 100)
    }

    /// Counted by `grep -c '^[a-zA-Z_{]'`.
    @Test(arguments: [
        ("node-exporter/e2e-output.txt", 3027), ("node-exporter/e2e-64k-page-output.txt", 3003),
        ("prometheus-textparse/model/textparse/testdata/alltypes.237mfs.prom.txt", 1857),
        ("prometheus-textparse/model/textparse/testdata/alltypes.237mfs.nometa.prom.txt", 1857),
        ("tekton/controller-metrics/datadog-fixture-excerpt.prom", 61),
        ("k8s-api/insights-operator/docs/insights-archive-sample/config/metrics", 125),
    ])
    func `each sample of a page is read`(path: String, samples: Int) throws {
        let page = try read(SharedPages.bytes(SharedPages.path(path)), .text)
        #expect(page.samples == samples)
        #expect(page.repeated == 0)
    }

    @Test func `Prometheus' OpenMetrics pages are read, one of them with a negative sum`() throws {
        let folder = SharedPages.path("prometheus-textparse/model/textparse/testdata/")
        let histogram = try SharedPages.bytes(folder + "1histogram.om.txt")
        #expect(try read(histogram, .openMetrics).samples == 42)
        let all = try SharedPages.bytes(folder + "alltypes.5mfs.om.txt")
        let fault = ExpositionFault(
            line: 33,
            column: 1,
            reason: "a count or sum cannot be negative"
        )
        #expect(throws: fault) { try read(all, .openMetrics) }
        #expect(try read(all, .openMetrics, isStrict: false).samples > 20)
    }

    @Test func `174 scrapes of three targets are read with the memory of the one before`() throws {
        let folder = SharedPages.path("live-scrape/raw")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        var readers: [Substring: ExpositionReader] = [:]
        for file in files {
            let bytes = try SharedPages.bytes(folder + "/" + file)
            let target = file.prefix { $0 != "-" }
            var reader = readers[target] ?? ExpositionReader(ExpositionOptions(format: .text))
            reader.begin(time: 1000)
            try feed(bytes, to: &reader)
            let page = reader.take()
            readers[target] = reader
            let fresh = try read(bytes, .text)
            #expect(page.lines == fresh.lines)
            #expect(page.samples == bytes.split(separator: 10).count { $0.first != 35 })
        }
        #expect(files.count == 174)
    }
}

/// One line of Influx' protocol as telegraf's version 2 writes a sample: the labels are tags, the
/// series' name is the field.
enum TelegrafLine {
    /// The fields with numbers.
    static func fields(_ line: Substring) -> [(name: String, value: Double)] {
        let parts = split(line, " ")
        guard parts.count > 1 else { return [] }
        return split(parts[1], ",").compactMap { field in
            guard let equals = field.firstIndex(of: "=") else { return nil }
            let text = field[field.index(after: equals)...]
            let value = Double(text.last == "u" ? text.dropLast() : text)
            return value.map { (String(field[..<equals]), $0) }
        }
    }

    /// Whether the page has such a sample: by name (telegraf leaves out `_total` and adds `_info`),
    /// by value and by the tags that are labels.
    static func isFound(
        _ name: String,
        _ value: Double,
        _ line: Substring,
        in page: ExpositionPage
    ) -> Bool {
        let names: Set = [name, name + "_total", name.replacing(#/_info$/#, with: "")]
        let tags = split(split(line, " ")[0], ",").dropFirst().map { tag in
            tag.replacing("\\ ", with: " ").split(separator: "=", maxSplits: 1).map(String.init)
        }.filter { $0.count == 2 && !["_type", "unit", "defaultTag"].contains($0[0]) }
        return page.round.values.indices.contains { index in
            let series = page.round.list[Int(page.round.positions[index])]
            // One expected file has another time of creation than its input.
            let isValue = page.round.values[index] == value || name.hasSuffix("_created")
            guard names.contains(series.metric), isValue else { return false }
            return tags.allSatisfy { tag in
                tag[0] == "le" || series.value(of: tag[0]) == tag[1]
            }
        }
    }

    /// Splits at a character that no backslash stands before.
    private static func split(_ text: Substring, _ separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var before: Character?
        for index in text.indices {
            if text[index] == separator, before != "\\" {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
            before = text[index]
        }
        return parts + [text[start...]]
    }
}
