import D8SModel

/// Which releases needed intervention, why, and when users were well again.
///
/// A release needed intervention if it failed; if an incident is linked to it; if a rollback took
/// it back; or if a hotfix followed within the policy's time. Incidents are linked to the deployment
/// they name, else to the last one that was not cancelled, if that finished at most the policy's
/// time before the opening. An incident that names a deployment of elsewhere is linked to none.
///
/// Restored is when the last of the linked incidents was resolved; without incidents the finish of
/// the rollback, of the hotfix or of the next success after a failure, whichever came first.
struct Judgement {
    /// An incident and the release it is linked to.
    struct Link {
        let release: Int32
        let incident: Int32
        let isExplicit: Bool
    }

    /// Whether each release needed intervention.
    private(set) var isFailure: [Bool]
    /// Whether each release counts as rework, and why.
    private(set) var isRework: [Bool]
    /// When users were well again; `Int64.max` if they are not, or never were unwell.
    private(set) var restored: [Int64]
    /// In order of release.
    private(set) var links: [Link] = []
    /// Index of the release that took each one back or repaired it; -1 if there is none.
    private(set) var rolledBackBy: [Int32]
    private(set) var hotfixedBy: [Int32]

    private let releases: Releases
    private let incidents: [Incident]
    private let asOf: Int64

    init(
        _ releases: Releases,
        _ directions: [JudgedDeployment.Direction],
        _ incidents: [Incident],
        asOf: Instant,
        policy: DeliveryPolicy
    ) {
        self.releases = releases
        self.incidents = incidents
        self.asOf = asOf.milliseconds
        let count = releases.all.count
        isFailure = releases.all.map { $0.status == .failure }
        isRework = [Bool](repeating: false, count: count)
        restored = [Int64](repeating: .max, count: count)
        rolledBackBy = [Int32](repeating: -1, count: count)
        hotfixedBy = [Int32](repeating: -1, count: count)
        link(within: policy.incidentWithin)
        markRollbacks(directions, policy)
        markHotfixes(policy)
        for index in releases.all.indices where isFailure[index] { restore(index) }
        restoreByIncidents()
    }

    /// Why this release needed intervention: in the order failed, incidents, rolled back, hotfixed.
    func interventions(_ release: Int) -> [JudgedDeployment.Intervention] {
        guard isFailure[release] else { return [] }
        var all: [JudgedDeployment.Intervention] = []
        if releases.all[release].status == .failure { all.append(.failed) }
        for link in links(of: release) {
            let id = incidents[Int(link.incident)].id
            all.append(.incident(id: id, explicit: link.isExplicit))
        }
        if rolledBackBy[release] >= 0 {
            all.append(.rolledBack(by: releases.id(Int(rolledBackBy[release]))))
        }
        if hotfixedBy[release] >= 0 {
            all.append(.hotfixed(by: releases.id(Int(hotfixedBy[release]))))
        }
        return all
    }

    private func links(of release: Int) -> ArraySlice<Link> {
        var (low, high) = (0, links.count)
        while low < high {
            let middle = (low + high) / 2
            if links[middle].release < Int32(release) { low = middle + 1 } else { high = middle }
        }
        return links[low...].prefix { $0.release == Int32(release) }
    }

    // MARK: Incidents

    private mutating func link(within limit: Double) {
        let named = namedReleases()
        for (index, incident) in incidents.enumerated() {
            guard let release = release(of: incident, named, within: limit) else { continue }
            guard releases.all[Int(release)].status != .cancelled else { continue }
            isFailure[Int(release)] = true
            links.append(
                Link(
                    release: release,
                    incident: Int32(index),
                    isExplicit: incident.deployment != nil
                )
            )
        }
        links.sort { ($0.release, $0.incident) < ($1.release, $1.incident) }
    }

    /// The releases of the deployments that incidents name.
    private func namedReleases() -> [String: Int32] {
        let wanted = Set(incidents.compactMap(\.deployment))
        guard !wanted.isEmpty else { return [:] }
        var named: [String: Int32] = [:]
        for index in releases.deployments.indices {
            let id = releases.deployments[index].id
            if wanted.contains(id) { named[id] = releases.ofDeployment[index] }
        }
        return named
    }

    private func release(
        of incident: Incident,
        _ named: [String: Int32],
        within limit: Double
    ) -> Int32? {
        if let deployment = incident.deployment { return named[deployment] }
        let opened = incident.opened.milliseconds
        let last = releases.completedFinishes.firstIndex(above: opened) - 1
        guard last >= 0 else { return nil }
        let age = seconds(from: releases.completedFinishes[last], to: opened)
        return age <= limit ? releases.completed[last] : nil
    }

    // MARK: Rework

    private mutating func markRollbacks(
        _ directions: [JudgedDeployment.Direction],
        _ policy: DeliveryPolicy
    ) {
        for (place, release) in releases.successes.enumerated() {
            let index = Int(release)
            guard directions[index] == .rollback || releases.all[index].rework == .rollback
            else { continue }
            isRework[index] = policy.countedRework.contains(.rollback)
            for undone in takenBack(by: place) {
                rolledBackBy[undone] = release
                isFailure[undone] = true
            }
        }
    }

    /// The successes between a rollback and the last one of its revision; the one before it if that
    /// is not among the last ten.
    private func takenBack(by place: Int) -> [Int] {
        guard place > 0 else { return [] }
        let before = releases.successes[max(0, place - Directions.memory)..<place].map(Int.init)
        let revision = releases.revision(Int(releases.successes[place]))
        let target = before.lastIndex { revision != nil && releases.revision($0) == revision }
        guard let target, target < before.count - 1 else { return before.suffix(1) }
        return Array(before[(target + 1)...])
    }

    private mutating func markHotfixes(_ policy: DeliveryPolicy) {
        for (place, release) in releases.completed.enumerated() {
            let index = Int(release)
            guard let reason = releases.all[index].rework, reason != .rollback,
                policy.countedRework.contains(reason)
            else { continue }
            isRework[index] = true
            guard place > 0, reason != .revert, reason != .patch else { continue }
            let previous = Int(releases.completed[place - 1])
            let age = seconds(from: releases.finishes[previous], to: releases.finishes[index])
            guard age <= policy.hotfixWithin else { continue }
            hotfixedBy[previous] = release
            isFailure[previous] = true
        }
    }

    // MARK: Recovery

    /// Restores a release by what was deployed after it.
    private mutating func restore(_ index: Int) {
        var times: [Int64] = []
        if releases.all[index].status == .failure, index + 1 < releases.all.count {
            times.append(finish(ofSuccessFrom: Int32(index + 1)))
        }
        times.append(finish(ofSuccessFrom: rolledBackBy[index]))
        times.append(finish(ofSuccessFrom: hotfixedBy[index]))
        restored[index] = times.min() ?? .max
    }

    private func finish(ofSuccessFrom release: Int32) -> Int64 {
        guard release >= 0 else { return .max }
        let next = releases.nextSuccess[Int(release)]
        return next < 0 ? .max : releases.finishes[Int(next)]
    }

    /// Incidents know best: where there are any, the last one's resolution counts.
    private mutating func restoreByIncidents() {
        var index = 0
        while index < links.count {
            let release = Int(links[index].release)
            var latest = releases.finishes[release]
            while index < links.count, Int(links[index].release) == release {
                let resolved = incidents[Int(links[index].incident)].resolved?.milliseconds ?? .max
                latest = max(latest, resolved > asOf ? .max : resolved)
                index += 1
            }
            restored[release] = latest
        }
    }
}
