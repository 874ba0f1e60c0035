/// A page of 200 node-exporters, read and stored: what one reading takes, against what a peer takes
/// for the same bytes.
///
/// A collector meets the same series again and again, so most duels are about a page whose series
/// are known; what it takes to meet them for the first time has a row of its own.
extension Duels {
    var exposition: [Duel] {
        [
            againstPromtool("known", "parsing known series", aim: 20),
            againstPromtool("first", "parsing for the first time", aim: 2),
            againstPython("text", "page.prom", "text 0.0.4"),
            againstPython("openmetrics", "page.om", "OpenMetrics by its rules"),
            againstVictoriaMetrics,
        ]
    }

    private var pages: String { "\(work)/exposition" }
    private var ourReport: String { "\(pages)/ours.txt" }
    private var theirReport: String { "\(pages)/theirs.txt" }

    private func ours(_ task: String, _ page: String) -> Command {
        Command(
            name: "d8s",
            line: "rm -f \(pages)/history.sqlite*; "
                + "\(d8s) bench-exposition \(task) \(pages)/\(page) --rounds 10 "
                + "--history \(pages)/history.sqlite >\(ourReport)"
        )
    }

    /// Promtool ends with status 3 where it dislikes names.
    private func againstPromtool(_ task: String, _ title: String, aim: Double) -> Duel {
        Duel(
            title: "a page of 200 node-exporters, \(title)",
            ours: ours(task, "page.prom"),
            theirs: Command(
                name: "promtool check metrics",
                line: "promtool check metrics <\(pages)/page.prom 2>/dev/null || [ $? -eq 3 ]"
            ),
            aim: aim,
            ourReport: ourReport
        )
    }

    private func againstPython(_ parser: String, _ page: String, _ title: String) -> Duel {
        Duel(
            title: "a page of 200 node-exporters, parsing known series, \(title)",
            ours: ours("known", page),
            theirs: Command(
                name: "prometheus_client",
                line: "\(python) \(peers)/parse_exposition.py \(parser) \(pages)/\(page) "
                    + ">\(theirReport)"
            ),
            aim: 40,
            peerReport: theirReport,
            ourReport: ourReport,
            rounds: 1
        )
    }

    private var againstVictoriaMetrics: Duel {
        Duel(
            title: "a page of 200 node-exporters, parsing and storing known series",
            ours: ours("store", "page.prom"),
            theirs: Command(
                name: "VictoriaMetrics' import",
                line: "\(python) \(peers)/import_victoria.py \(pages)/page.prom 10 "
                    + ">\(theirReport)"
            ),
            aim: 4,
            peerReport: theirReport,
            ourReport: ourReport,
            rounds: 3
        )
    }
}
