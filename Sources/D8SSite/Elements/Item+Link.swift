import D8SModel

extension Item {
    /// Its severity and title with the way to its page, as the pages of domains list it.
    func link(from path: PagePath, _ audience: Audience) -> Fields {
        let title = findings.first?.statement(for: audience).title ?? id
        return [
            "severity": .text(severity.word),
            "severityWord": .text(severity.title),
            "title": .text(title.shortened(to: 200)),
            "href": .text(path.link(to: PagePath.item(id, audience))),
        ]
    }
}
