import D8SCollect
import D8SModel

/// Targets that expose metrics for Prometheus: `- scrape: URL`.
enum ScrapeSourceKind: SourceKind {
    static let key = "scrape"
    static let usage = "scrape: URL"
    static let example = """
        # Targets with metrics for Prometheus (text 0.0.4 or OpenMetrics), each a source of its own:
        #   - scrape: [http://db1:9100/metrics, http://db2:9100/metrics]   # or one address
        #     job: node                  # their label `job`; else the host
        #     every: 1m
        #     labels: {team: storage}    # labels for each series, beside `job` and `instance`
        #     keep: ["node_*", "up{job=\\"node\\"}"]   # only these series: names and values with
        #                                # * and ?, labels with = and !=
        #     drop: ["go_*", "{device!=\\"eth*\\"}"]   # not these
        #     strict: true               # false: OpenMetrics that breaks rules beyond its grammar
        #     honor_labels: false        # true: the page's own `job` and the like count
        #     honor_timestamps: true     # false: samples are of the time of the scrape
        #     sample_limit: 50000        # a page with more fails; likewise label_limit,
        #                                # label_name_length_limit, label_value_length_limit
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let interval = reader.duration("every") ?? 60
        let job = reader.string("job")
        let form = readForm(&reader, in: place)
        var targets: [ScrapeTarget] = []
        for url in reader.strings("scrape") ?? [] {
            do throws(CollectError) {
                var target = try ScrapeTarget(url: url, job: job)
                form(&target)
                targets.append(target)
            } catch {
                reader.noteMissing("\(error)")
            }
        }
        let names = names(of: targets)
        for (name, others) in Dictionary(grouping: names, by: \.self) where others.count > 1 {
            reader.noteMissing("the target \(name) is there twice; keep one")
        }
        return zip(names, targets).map { name, target in
            SourceConfiguration(
                name: name,
                interval: interval,
                collector: ScrapeSource(target, transport: HTTPClientTransport.shared)
            )
        }
    }

    /// Everything but the address and the job.
    private static func readForm(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> (inout ScrapeTarget) -> Void {
        let labels = (reader.table("labels") ?? [:]).sorted { $0.key < $1.key }
        let keep = patterns("keep", &reader)
        let drop = patterns("drop", &reader)
        let isStrict = reader.flag("strict") ?? true
        let honorsLabels = reader.flag("honor_labels") ?? false
        let honorsTimestamps = reader.flag("honor_timestamps") ?? true
        var limits = ScrapeLimits()
        limits.samples = limit("sample_limit", &reader)
        limits.labels = limit("label_limit", &reader)
        limits.labelName = limit("label_name_length_limit", &reader)
        limits.labelValue = limit("label_value_length_limit", &reader)
        let access = reader.access(in: place.folder)
        return { target in
            target.labels = labels.map { Label($0.key, $0.value) }
            target.keep = keep
            target.drop = drop
            target.isStrict = isStrict
            target.honorsLabels = honorsLabels
            target.honorsTimestamps = honorsTimestamps
            target.limits = limits
            target.access = access
        }
    }

    private static func patterns(_ key: String, _ reader: inout MappingReader) -> [SeriesPattern] {
        (reader.strings(key) ?? []).compactMap { text in
            let pattern = SeriesPattern(text)
            if pattern == nil {
                reader.noteMissing(
                    "`\(key)` has to name series such as node_cpu_* or up{job=\"node\"}, not "
                        + "`\(text.prefix(60))`"
                )
            }
            return pattern
        }
    }

    private static func limit(_ key: String, _ reader: inout MappingReader) -> Int? {
        reader.value(key, form: "a whole number above 0") {
            Int($0).flatMap { $0 > 0 ? $0 : nil }
        }
    }

    /// `scrape:JOB/HOST:PORT`, with the path where that is not enough.
    private static func names(of targets: [ScrapeTarget]) -> [String] {
        let short = targets.map { "scrape:\($0.job)/\($0.instance)" }
        return zip(short, targets).map { name, target in
            short.count { $0 == name } > 1 ? name + target.path : name
        }
    }
}
