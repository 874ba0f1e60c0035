import D8SModel

extension GitSnapshot {
    /// The releases whose tags are there, in order of creation time.
    func deployments(_ report: inout CollectReport) -> [Deployment] {
        let reworks = map.rework(in: history)
        var taken: Set<String> = []
        report.countRead(timeless.count)
        for tag in timeless {
            report.reject(problem("the tag \(tag)", "has no date that can be read"))
        }
        return zip(map.releases, reworks).compactMap { release, rework in
            guard !forgotten.contains(release.name) else { return nil }
            report.countRead()
            guard taken.insert(release.name).inserted else {
                report.reject(problem("the tag \(release.name)", "reads like another tag"))
                return nil
            }
            report.saw(release.finished)
            return Deployment(
                service: source.service,
                environment: source.environment,
                id: release.name,
                name: release.name,
                revision: history.ids[release.position].hex,
                finished: release.finished,
                status: .success,
                rework: rework?.reason,
                reworkEvidence: rework?.evidence
            )
        }
    }

    /// Nil if a date of the commit cannot be used, or its first release is out of sight.
    func change(at position: Int, _ report: inout CollectReport) -> Change? {
        report.countRead()
        guard let authored = history.authored[position],
            let committed = history.committed[position]
        else {
            let id = history.ids[position].short
            report.reject(problem("the commit \(id)", "has a date outside the years 1970 to 9999"))
            return nil
        }
        guard map.isCertain(position, in: history) else { return nil }
        report.saw(committed)
        let owner = Int(map.owners[position])
        let subject = history.subjects[position]
        let author = history.authors[position]
        return Change(
            service: source.service,
            revision: history.ids[position].hex,
            parents: history.parents(of: position).map { history.ids[Int($0)].hex },
            authored: authored,
            committed: committed,
            deployment: owner < 0 ? nil : map.releases[owner].name,
            subject: subject.isEmpty ? nil : subject,
            author: author.isEmpty ? nil : author
        )
    }

    private func problem(_ what: String, _ reason: String) -> Problem {
        Problem(file: source.repository, line: nil, column: what, reason: reason)
    }
}
