import D8SCharts
import D8SModel

/// One picture of a pack's page, for each of the time ranges that it can be seen over.
struct DomainPanel {
    /// The picture over one range.
    struct Span {
        /// The ranges at which it is shown, in days.
        let days: [Int]
        let panel: Panel
        let picture: PanelPicture

        /// `d1 d7`: what the page's switch shows it by.
        var classes: String { days.map { "d\($0)" }.joined(separator: " ") }
    }

    let reading: PanelReading
    /// Shortest first; empty if the query could not be answered.
    let spans: [Span]

    func fields(isFull: Bool) -> Fields {
        [
            "id": .text(reading.panel.id),
            "title": .text(reading.panel.title.shortened(to: 120)),
            "fault": .optional(reading.fault?.shortened(to: 300)),
            "spans": .list(
                spans.map { span in
                    span.panel.fields(isFull: isFull).with(["classes": .text(span.classes)])
                }
            ),
        ]
    }

    func files(in folder: String, brush: Brush, isFull: Bool) throws(SiteError) -> [SiteFile] {
        var files: [SiteFile] = []
        for span in spans {
            files += try span.panel.files(in: folder, brush: brush, isFull: isFull)
            files.append(SiteFile(path: folder + span.panel.csv, bytes: span.picture.csv))
        }
        return files
    }
}
