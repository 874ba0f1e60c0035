import ArgumentParser
import D8SHistory
import D8SModel

/// The hidden command `d8s bench-samples`: writes, reads and rolls up samples, for `make bench`.
struct BenchSamplesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-samples",
        abstract: "Makes 20 million samples, writes them into a history, reads or rolls them up.",
        shouldDisplay: false
    )

    enum Work: String, CaseIterable, ExpressibleByArgument {
        case make, write, read, roll
    }

    @Argument(help: "make (the flat file), write (it into the history), read or roll (up by hour).")
    var work: Work

    @Option(help: "The flat file of samples.")
    var flat = "samples.flat"

    @Option(help: "The history.")
    var history = "samples.sqlite"

    @Option(help: "Series to make.")
    var series = 2000

    @Option(help: "Samples to make for each.")
    var samples = 10_000

    func run() throws {
        switch work {
        case .make: try FlatSamples(path: flat).make(series: series, samples: samples)
        case .write: try write()
        case .read: try read()
        case .roll: try roll()
        }
    }

    private func write() throws {
        let history = try History(at: history)
        try history.register(source: "bench", kind: "bench", interval: nil)
        try history.ingesting(from: "bench") { session in
            try FlatSamples(path: flat).forEach { number, times, values in
                let labels = [Label("page", "\(number % 100)"), Label("series", "\(number)")]
                let series = Series(metric: "bench", labels: labels)
                let column = SampleColumn(series: series, times: times, values: values)
                try session.add(RecordBatch(columns: [column]))
            }
        }
    }

    private func read() throws {
        var count = 0
        var newest = 0.0
        try forEachSeries { samples in
            count += samples.count
            newest += samples.values.last ?? 0
        }
        print("\(count) samples, newest \(newest)")
    }

    private func roll() throws {
        var (buckets, count) = (0, 0)
        var (sum, increase, rest) = (0.0, 0.0, 0.0)
        try forEachSeries { samples in
            var builder = RollupBuilder(resolution: .hour, isCounter: true)
            builder.add(samples)
            builder.finish()
            count += samples.count
            buckets += builder.rollups.count
            for index in 0..<builder.rollups.count {
                let rollup = builder.rollups[index]
                sum += rollup.sum
                increase += rollup.increase
                rest += rollup.minimum + rollup.maximum + rollup.last
            }
        }
        print(
            "\(count) samples, \(buckets) buckets, sum \(sum), increase \(increase), rest \(rest)"
        )
    }

    private func forEachSeries(_ body: (SampleColumns) throws -> Void) throws {
        let damaged = try History(readingAt: history).forEachSeries(
            from: Instant(seconds: 0),
            to: Instant(seconds: 4_000_000_000)
        ) { _, samples in
            try body(samples)
        }
        if let first = damaged.first { throw first }
    }
}
