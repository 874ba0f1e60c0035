/// Eight range queries over 1,000 series and 30 days at a step of an hour, 720 samples a day each.
///
/// `run` has compared the answers. Of Prometheus only the CPU time of its running server counts, of
/// ours that of whole processes.
extension Duels {
    var query: Duel {
        Duel(
            title: "8 range queries over 1,000 series × 30 days, 1 h step",
            ours: Command(name: "d8s", line: "\(work)/query/ask \(d8s) \(work)"),
            theirs: Command(
                name: "Prometheus",
                line: "\(python) \(peers)/query_prometheus.py \(work)/query "
                    + ">\(work)/query/theirs.txt"
            ),
            aim: 1,
            peerReport: "\(work)/query/theirs.txt",
            rounds: 3
        )
    }
}
