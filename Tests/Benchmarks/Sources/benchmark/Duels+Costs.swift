/// A month's export of costs, 1,000,000 rows of 60 columns, read into an own file.
///
/// `run` has compared the sums by service. Ours keeps every charge and the sums by day and key; an
/// aim of 0.5 is no more than twice DuckDB's CPU, of which only its reading counts.
extension Duels {
    var costs: Duel {
        Duel(
            title: "reading an export of costs, 1,000,000 rows of 60 columns",
            ours: Command(
                name: "d8s",
                line: "rm -f \(work)/costs/history.sqlite*; "
                    + "\(d8s) import costs \(work)/costs/focus.csv --quiet "
                    + "--config \(work)/costs/d8s.yaml"
            ),
            theirs: Command(
                name: "DuckDB",
                line: "\(python) \(peers)/load_focus.py \(work)/costs/focus.csv "
                    + "\(work)/costs/costs.duckdb >\(work)/costs/theirs.txt"
            ),
            aim: 0.5,
            memoryAim: 200,
            peerReport: "\(work)/costs/theirs.txt",
            rounds: 1
        )
    }
}
