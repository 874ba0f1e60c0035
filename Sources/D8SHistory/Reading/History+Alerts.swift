package import D8SModel
import GRDB

extension History {
    /// The alerts that fired in some part of a window, sorted by start, then by labels.
    ///
    /// One without an end still fires, as far as the history knows.
    package func alerts(overlapping window: Window) throws(HistoryError) -> [Alert] {
        try read { db in
            let select = try PreparedStatement(
                """
                SELECT labels, started, ended, summary, description, url FROM alerts
                WHERE started < ?2 AND (ended IS NULL OR ended > ?1)
                ORDER BY started, labels
                """,
                in: db
            )
            defer { select.reset() }
            try select.bind(window.start.milliseconds, at: 1)
            try select.bind(window.end.milliseconds, at: 2)
            var alerts: [Alert] = []
            while try select.step() { alerts.append(try Self.alert(select)) }
            return alerts
        }
    }

    private static func alert(_ row: PreparedStatement) throws -> Alert {
        let series = Array("ALERTS".utf8).withUnsafeBytes { metric in
            LabelText.series(metric: metric, labels: row.bytes(0))
        }
        guard let series else {
            throw HistoryError.row(
                record: "alert \(Excerpt.of(row.text(0)))",
                reason: "its labels are no JSON object of texts"
            )
        }
        return Alert(
            series: series,
            started: row.instant(1),
            ended: row.optionalInstant(2),
            summary: row.optionalText(3),
            description: row.optionalText(4),
            url: row.optionalText(5)
        )
    }
}
