import D8SModel

@testable import D8SQuery

/// `load 5m` and the series under it.
struct TestLoad {
    let columns: [SampleColumn]
    /// Series that hold native histograms, or would be made into such.
    let natives: [Series]

    init(_ line: String, _ block: [String], at number: Int) throws {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count == 2, case .milliseconds(let step) = PromDuration.read(String(words[1]))
        else { throw TestScript.Fault(line: number, text: line) }
        var columns: [Series: SampleColumn] = [:]
        var natives: [Series] = []
        for (place, text) in block.enumerated() where !Self.isStartTime(text) {
            let series = try TestSeries(text, at: number + place + 1)
            if series.isNative { natives.append(series.series) }
            if words[0] == "load_with_nhcb" { natives.append(Self.made(from: series.series)) }
            columns[series.series] = Self.column(series, step)
        }
        self.columns = columns.values.sorted { $0.series < $1.series }
        self.natives = natives
    }

    /// `up@st 1m`: when a counter started, for a feature of Prometheus that is switched off.
    private static func isStartTime(_ text: String) -> Bool {
        text.split(whereSeparator: { $0 == " " || $0 == "\t" }).first?.hasSuffix("@st") ?? false
    }

    private static func made(from series: Series) -> Series {
        let endings = ["_bucket", "_sum", "_count"]
        let metric = endings.reduce(series.metric) { name, ending in
            name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
        }
        return Series(metric: metric, labels: series.labels.filter { $0.name != "le" })
    }

    private static func column(_ series: TestSeries, _ step: Int64) -> SampleColumn {
        var column = SampleColumn(series: series.series, times: [], values: [])
        for (place, value) in series.values.enumerated() {
            guard case .number(let number) = value else { continue }
            column.times.append(Int64(place) * step)
            column.values.append(number)
        }
        return column
    }
}
