import D8SModel

/// Which editions stay inside the site, and where.
enum PastEditions {
    /// The page of a site that lists its past editions.
    static let calendar = "editions/index.html"

    static func folder(of night: Day) -> String { "editions/\(night)" }

    /// The other nights that stay when `night` is published, newest first: as many and as old as
    /// the retention allows.
    ///
    /// The night itself is not among them: its edition is replaced. Later nights stay, so that
    /// looking at an older night again loses nothing.
    static func kept(
        _ nights: [Day],
        current: Day?,
        publishing night: Day,
        _ retention: Retention
    ) -> [Day] {
        let others = Set(nights + [current].compactMap(\.self)).filter { $0 != night }
        let recent = others.filter { other in
            retention.days.map { night.number - other.number <= $0 } ?? true
        }
        return Array(recent.sorted(by: >).prefix(max(0, retention.count)))
    }

    /// The page that stands for the calendar inside a past edition and leads to the real one.
    ///
    /// A past edition has no past editions of its own, but its pages link to their list.
    static let calendarStub = Array(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Past editions</title>
        <meta http-equiv="refresh" content="0; url=../../index.html">
        </head>
        <body>
        <p><a href="../../index.html">Past editions</a></p>
        </body>
        </html>

        """.utf8
    )
}
