import D8SModel
import Yams

/// Reads the benchmark editions of templates/benchmarks; dora-2023.yaml explains their form.
enum Benchmarks {
    /// The editions in the binary, by edition.
    ///
    /// - Throws: `CommandError.configuration` for a file that breaks the form.
    static func embedded() throws(CommandError) -> [Benchmark] {
        try Resources.benchmarks.sorted { $0.key < $1.key }.map {
            file throws(CommandError) in
            try read(file.value, file: "templates/benchmarks/\(file.key).yaml")
        }
    }

    /// The edition in this text.
    ///
    /// - Throws: `CommandError.configuration` with every problem of the file.
    static func read(_ text: String, file: String) throws(CommandError) -> Benchmark {
        var reader = MappingReader(
            try YAMLText.mapping(text, file: file),
            file: file,
            title: "a benchmark"
        )
        let edition = reader.string("edition"), title = reader.string("title")
        let source = reader.string("source")
        let scales = scales(&reader, file: file)
        if edition == nil || title == nil || source == nil {
            reader.noteMissing("a benchmark needs `edition`, `title` and `source`")
        }
        let problems = reader.finish()
        guard problems.isEmpty, let edition, let title, let source else {
            throw .configuration(problems)
        }
        return Benchmark(edition: edition, title: title, source: source, scales: scales)
    }

    private static func scales(
        _ reader: inout MappingReader,
        file: String
    ) -> [MeasureName: Benchmark.Scale] {
        guard let node = reader.node("scales") else { return [:] }
        var table = MappingReader(node, file: file, title: "`scales`")
        var scales: [MeasureName: Benchmark.Scale] = [:]
        for measure in MeasureName.delivery {
            guard let node = table.node(measure.rawValue) else { continue }
            var entry = MappingReader(node, file: file, title: "a scale")
            scales[measure] = scale(&entry, file: file)
            if scales[measure] == nil {
                entry.noteMissing("a scale is `bands`, `percent_score` or `category_score`")
            }
            table.absorb(entry.finish())
        }
        reader.absorb(table.finish())
        return scales
    }

    private static func scale(_ entry: inout MappingReader, file: String) -> Benchmark.Scale? {
        let mean = entry.value("mean", form: "a number") { Double($0) }
        let isShare = entry.flag("percent_score") ?? false
        let bounds = entry.strings("category_score").map { $0.compactMap { Double($0) } }
        let bands = readBands(&entry, file: file)
        let worst = entry.string("worst")
        if let bands, let worst { return .bands(bands, worst: worst) }
        if let bounds, bounds.count == 5 { return .categoryScore(bounds, mean: mean) }
        return isShare ? .percentScore(mean: mean) : nil
    }

    private static func readBands(
        _ entry: inout MappingReader,
        file: String
    ) -> [Benchmark.Band]? {
        guard let nodes = entry.node("bands")?.sequence else { return nil }
        return nodes.compactMap { node in
            var band = MappingReader(node, file: file, title: "a band")
            let label = band.string("label")
            let bound = band.value("up_to", form: "a number") { Double($0) }
            entry.absorb(band.finish())
            guard let label, let bound else { return nil }
            return Benchmark.Band(label: label, upTo: bound)
        }
    }
}
