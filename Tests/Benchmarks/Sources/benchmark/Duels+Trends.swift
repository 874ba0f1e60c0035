/// Two thousand series of 720 hourly points, each looked at in every way.
///
/// The peers look at a sample of them: what they take is what all would take at that pace. Only the
/// work alone counts on both sides.
extension Duels {
    var trends: [Duel] {
        [
            trends(
                "all",
                "anomalies, shifts, slope and forecast",
                "all that follows",
                sample: 28,
                aim: 50
            ),
            trends("anomalies", "anomalies", "statsforecast's MSTL", sample: 35, aim: 1),
            trends("shifts", "shifts", "ruptures' KernelCPD", sample: 2000, aim: 1),
            trends("slopes", "slope", "pymannkendall and SciPy", sample: 140, aim: 1),
            trends(
                "forecasts",
                "forecast",
                "statsforecast's AutoETS and Theta",
                sample: 14,
                aim: 1
            ),
        ]
    }

    private func trends(
        _ part: String,
        _ title: String,
        _ peer: String,
        sample: Int,
        aim: Double
    ) -> Duel {
        let report = "\(work)/trends/\(part)"
        let flat = "\(work)/trends/series.flat"
        return Duel(
            title: "2,000 series × 720 hours, \(title)",
            ours: Command(
                name: "d8s",
                line: "\(d8s) bench-trends \(part) --flat \(flat) >\(report).ours"
            ),
            theirs: Command(
                name: peer,
                line: "\(python) \(peers)/trends.py \(part) \(flat) 720 \(sample) >\(report).theirs"
            ),
            aim: aim,
            peerReport: "\(report).theirs",
            ourReport: "\(report).ours",
            rounds: 1
        )
    }

    /// The same at ten times as many points, against ourselves: time grows with them, not faster.
    var trendsOfLongSeries: [Duel] {
        let long = "\(work)/trends/long"
        let short = "\(work)/trends/series"
        return ["anomalies", "shifts", "slopes", "forecasts"].map { part in
            Duel(
                title: "as many points in 200 series × 7,200 hours, \(part)",
                ours: Command(
                    name: "d8s",
                    line: "\(d8s) bench-trends \(part) --flat \(long).flat --points 7200 "
                        + ">\(long).\(part)"
                ),
                theirs: Command(
                    name: "d8s in series of 720",
                    line: "\(d8s) bench-trends \(part) --flat \(short).flat >\(short).\(part)"
                ),
                aim: 0.7,
                peerReport: "\(short).\(part)",
                ourReport: "\(long).\(part)",
                rounds: 1
            )
        }
    }
}
