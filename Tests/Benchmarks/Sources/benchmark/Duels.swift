/// Every comparison that `make bench` makes.
struct Duels {
    /// The release binary.
    var d8s: String
    /// The folder with the generated history, the peers' copies of it and their Python.
    var work: String
    var peers: String

    var python: String { "\(work)/python/bin/python" }

    var all: [(group: String, duel: Duel)] {
        charts.map { ("charts", $0) } + [("dora", dora), ("site", site), ("collect", collect)]
            + samples.map { ("samples", $0) } + [("report", report)]
            + exposition.map { ("exposition", $0) }
            + [("query", query), ("costs", costs)]
            + (trends + trendsOfLongSeries).map { ("trends", $0) }
    }

    private var charts: [Duel] {
        [("svg", 2.5), ("pdf", 2.0), ("png", 3.0)].map { format, aim in
            Duel(
                title: "200 charts of 3 × 720 points, \(format.uppercased())",
                ours: Command(
                    name: "d8s",
                    line: "\(d8s) bench-charts --format \(format) --count 200"
                ),
                theirs: Command(
                    name: "rrdtool",
                    line: "rrdtool - < \(work)/rrd/\(format).commands"
                ),
                aim: aim
            )
        }
    }

    private var dora: Duel {
        Duel(
            title: "DORA of 100,000 deployments, 1,000,000 changes, 20,000 incidents",
            ours: Command(
                name: "d8s",
                line: "\(d8s) dora --config \(work)/d8s.yaml --format json"
            ),
            theirs: Command(
                name: "DuckDB",
                line: "\(python) \(peers)/dora.py \(work)/history.duckdb >\(work)/dora.txt"
            ),
            aim: 1.7,
            memoryAim: 300,
            peerReport: "\(work)/dora.txt"
        )
    }

    /// The first round, in which every series is new; nginx serves the pages.
    private var collect: Duel {
        Duel(
            title: "one round of 50 targets of 1,000 series",
            ours: Command(
                name: "d8s",
                line: "rm -f \(work)/targets/history.sqlite*; "
                    + "\(d8s) collect --quiet --config \(work)/targets/d8s.yaml"
            ),
            theirs: Command(
                name: "requests, prometheus_client, sqlite3",
                line: "rm -f \(work)/targets/rows.sqlite; "
                    + "\(python) \(peers)/collect.py \(work)/targets/urls "
                    + "\(work)/targets/rows.sqlite"
            ),
            aim: 5,
            memoryAim: 150
        )
    }

    private var site: Duel {
        Duel(
            title: "site of that history, 200 services, five charts each",
            ours: Command(
                name: "d8s",
                line: "\(d8s) report --all --quiet --config \(work)/d8s.yaml "
                    + "--output \(work)/sites/ours-$$"
            ),
            theirs: Command(
                name: "pandas, matplotlib, Jinja2",
                line: "\(python) \(peers)/site.py \(work) "
                    + "\(work)/sites/theirs-$$"
            ),
            aim: 20,
            memoryAim: 100,
            rounds: 1
        )
    }

    /// Twenty million samples in a history, against a bare C loop over it and DuckDB over its own.
    private var samples: [Duel] {
        let reading: [(work: String, title: String, loop: Double, duckDB: Double)] = [
            ("read", "reading 20 million samples", 0.77, 1),
            ("roll", "rolling 20 million samples up by hour", 0.77, 5),
        ]
        return reading.flatMap { work, title, loop, duckDB in
            [
                Duel(
                    title: title,
                    ours: samples(work),
                    theirs: Command(
                        name: "a bare C loop over the same chunks",
                        line: "\(self.work)/chunks \(self.work)/samples.sqlite \(work)"
                    ),
                    aim: loop,
                    memoryAim: 110
                ),
                Duel(
                    title: title,
                    ours: samples(work),
                    theirs: Command(
                        name: "DuckDB",
                        line: "\(python) \(peers)/samples.py \(self.work)/samples.duckdb \(work) "
                            + ">\(self.work)/samples.txt"
                    ),
                    aim: duckDB,
                    peerReport: "\(self.work)/samples.txt"
                ),
            ]
        } + [writing]
    }

    /// Every page of a pack whose panels read them all; the script draws the same five charts, but
    /// each once: over all the time there is.
    private var report: Duel {
        Duel(
            title: "report of 100 pages over 20 million samples, five charts each: ours over a day "
                + "and a week, wide and narrow (2,000), theirs over all (500)",
            ours: Command(
                name: "d8s",
                line: "\(d8s) report --all --quiet --config \(work)/report/d8s.yaml "
                    + "--output \(work)/sites/pages-$$"
            ),
            theirs: Command(
                name: "DuckDB, pandas, matplotlib, Jinja2",
                line: "\(python) \(peers)/report.py \(work)/samples.duckdb "
                    + "\(work)/sites/their-pages-$$"
            ),
            aim: 20,
            memoryAim: 60,
            rounds: 1
        )
    }

    private func samples(_ task: String) -> Command {
        Command(
            name: "d8s",
            line: "\(d8s) bench-samples \(task) --flat \(work)/samples.flat "
                + "--history \(work)/samples.sqlite"
        )
    }

    private var writing: Duel {
        let ours = samples("write")
        return Duel(
            title: "writing 20 million samples",
            ours: Command(name: "d8s", line: "rm -f \(work)/samples.sqlite*; " + ours.line),
            theirs: Command(
                name: "rows by a bare C program",
                line: "rm -f \(work)/rows.sqlite*; "
                    + "\(work)/insert_rows \(work)/samples.flat \(work)/rows.sqlite; "
                    + "rm -f \(work)/rows.sqlite*"
            ),
            aim: 10,
            rounds: 1
        )
    }
}
