import D8SModel

/// The past editions that are kept, month by month, the newest first.
struct EditionsPage {
    private let edition: Edition
    private let path = PagePath("editions/index.html")

    init(_ edition: Edition) {
        self.edition = edition
    }

    /// The page; none if no edition is kept.
    func files() throws(SiteError) -> [SiteFile] {
        let days = Set(edition.input.pastEditions).sorted(by: >)
        guard let last = days.last else { return [] }
        let lede =
            "\(edition.format.count(days.count, "edition")) since "
            + "\(edition.format.fullDay(last)). Tonight's is the first page of this site."
        let frame = PageFrame(title: "Past editions", description: lede)
        let fields: Fields = ["lede": .text(lede), "months": .list(months(days))]
        return [try edition.page("editions", at: path, frame, fields)]
    }

    private func months(_ days: [Day]) -> [Fields] {
        var months: [[Day]] = []
        for day in days {
            if let last = months.last?.last, last.year == day.year, last.month == day.month {
                months[months.count - 1].append(day)
            } else {
                months.append([day])
            }
        }
        return months.compactMap(month)
    }

    private func month(_ days: [Day]) -> Fields? {
        guard let first = days.first else { return nil }
        let name = edition.format.fullDay(first)
            .split(separator: "\u{a0}").dropFirst().joined(separator: " ")
        return [
            "id": .text("month-\(first.description.prefix(7))"),
            "name": .text(name),
            "weekdays": .texts((0..<7).map { edition.format.weekday(monday.adding(days: $0)) }),
            "days": .list(squares(of: first, kept: Set(days))),
        ]
    }

    /// Any Monday, whose week names the columns.
    private var monday: Day { Week(of: edition.night.day).monday }

    /// All days of the month of this day; those whose edition is kept lead there.
    private func squares(of day: Day, kept: Set<Day>) -> [Fields] {
        let first = day.adding(days: 1 - day.day)
        let column = first.weekday
        return (0..<31).map(first.adding(days:)).filter { $0.month == day.month }.map { day in
            [
                "name": .text("\(day.day)"),
                "label": .text(edition.format.namedDay(day)),
                "column": .optional(day == first ? "\(column)" : nil),
                "href": .optional(kept.contains(day) ? "\(day)/index.html" : nil),
            ]
        }
    }
}
