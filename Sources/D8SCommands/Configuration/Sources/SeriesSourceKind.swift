import D8SCollect
import D8SModel

/// An entry `- series: FILES`.
enum SeriesSourceKind: SourceKind {
    static let key = "series"
    static let usage = "series: FILES"
    static let example = """
        # Samples from files: OpenMetrics or Prometheus text with times, and CSV; plain or .gz:
        #   - series: [metrics.om.gz, loads/*.csv]   # files, folders, patterns
        #     name: loads                # what the pages call this source
        #     every: 1d                  # older than that, and it is an item
        #     form: csv                  # or openmetrics, prometheus; else told by the file
        #     time: at                   # CSV: the column with the time, else `time` or its like
        #     metric: load               # its name, or {column: NAME}; else the column `metric`
        #     value: load1               # else `value`; without one, every column is a metric
        #     # values: {load_short: load1, load_long: load15}   # or these columns
        #     labels: [host]             # else all columns left, if there is one value column
        #     set: {datacentre: berlin}  # labels of all series
        #     timezone: Europe/London    # where times without a zone are
        """

    static func read(
        _ reader: inout MappingReader,
        in place: SourcePlace
    ) -> [SourceConfiguration] {
        let paths = reader.strings("series") ?? []
        let form = reader.choice("form", SeriesFiles.Form.self)
        let mapping = reader.seriesMapping()
        let zone = reader.value("timezone", form: "an IANA name such as Europe/London") {
            Zone(identifier: $0)
        }
        let name = reader.string("name"), every = reader.duration("every") ?? 86_400
        guard let first = paths.first else {
            reader.noteMissing("`series` needs files: `series: [FILE, …]`")
            return []
        }
        let files = SeriesFiles(
            paths: paths.map { $0 == "-" ? $0 : FilePath.absolute($0, in: place.folder) },
            mapping: mapping,
            zone: zone,
            form: form
        )
        return [
            SourceConfiguration(
                name: name ?? "series:" + FilePath.lastComponent(first),
                interval: every,
                collector: files
            )
        ]
    }
}
