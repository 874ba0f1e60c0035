import D8SAttention
import D8SModel

/// An item as a list shows it.
struct Card {
    let item: Item
    let audience: Audience
    let edition: Edition

    func fields(from path: PagePath) -> Fields {
        let statement = item.findings.first?.statement(for: audience)
        let action = item.findings.lazy.flatMap(\.actions).first
        let picture = picture(from: path)
        return [
            "severity": .text(item.severity.word),
            "severityWord": .text(item.severity.title),
            "title": .text((statement?.title ?? item.id).shortened(to: 200)),
            "detail": .text((statement?.detail ?? "").shortened(to: 600)),
            "tags": .texts(tags),
            "next": .optional(
                action.map {
                    ["text": .prose($0.text.shortened(to: 400)), "weight": .text($0.weight)]
                }
            ),
            "href": .text(path.link(to: PagePath.item(item.id, audience))),
            "hasPicture": .flag(picture != nil),
            "picture": .optional(picture),
        ]
    }

    private var tags: [String] {
        let format = edition.format
        let finding = item.findings.first
        let since = finding?.since.map {
            "since \(format.date($0, reference: edition.night.asOf))"
        }
        let owner = finding?.owner?.shortened(to: 40)
        let chance = finding?.chance(format)
        let expired = edition.input.attention.expiredAcceptances
            .first { $0.item == item.id }
            .map { "acceptance ended on \(format.day($0.until))" }
        return item.life.tags(format) + [expired, since, owner, chance].compactMap(\.self)
    }

    private func picture(from path: PagePath) -> Fields? {
        guard let series = item.pictured else { return nil }
        let folder = path.link(to: "\(audience.rawValue)/items/\(item.id)/")
        return Picture(
            wide: folder + "list.svg",
            narrow: folder + "narrow.svg",
            size: Picture.list,
            alt: series.sentence(item.format(edition.format))
        ).fields
    }
}

extension Item {
    /// The series that is drawn: that of the first finding that has one.
    var pictured: EvidenceSeries? {
        pictureFinding?.evidence.series
    }

    /// From where the measure counts that is spoken of beside the picture.
    var picturedWindow: Instant? { pictureFinding?.measure?.window.start }

    private var pictureFinding: Finding? {
        findings.first { $0.evidence.series?.points.isEmpty == false }
    }
}
