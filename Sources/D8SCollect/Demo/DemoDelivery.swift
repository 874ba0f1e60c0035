import D8SModel

/// The life of one demo service, day by day.
///
/// Deployments and failures come at a nearly even pace, not by pure chance: what is not planted
/// must give a report nothing to say.
struct DemoDelivery {
    private let habits: DemoService
    private let lastWorkday: Day
    private var random: SplitMix64
    /// Deployments and failures that are due; one happens when it reaches 1.
    private var due: Double
    private var failuresDue: Double
    private var number = 0
    private var release = 0
    private var fix = 0
    /// The newest commit of the main line, and what ran before the deployment at hand.
    private var head: String?
    private var running: (name: String, revision: String)?

    private var name: String { habits.service.name }

    init(_ habits: DemoService, lastWorkday: Day, seed: UInt64) {
        self.habits = habits
        self.lastWorkday = lastWorkday
        random = SplitMix64(seed: seed)
        due = random.unit()
        failuresDue = random.unit()
    }

    /// Adds what happens on this day.
    mutating func live(_ date: DemoCalendar.Date, into batch: inout RecordBatch) {
        guard date.pace > 0, !habits.isSilent(on: date.day) else { return }
        due += habits.rate * date.pace * random.uniform(0.8...1.2)
        if date.day == lastWorkday { due = max(due, 1) }
        let count = Int(due)
        due -= Double(count)
        for index in 0..<count {
            let slot = 25_200 / Double(count)
            let second = 34_200 + slot * (Double(index) + random.uniform(0.1...0.5))
            deploy(on: date.day, at: date.start.adding(seconds: second.rounded()), &batch)
        }
        addOpenIncident(date, &batch)
    }

    private mutating func deploy(on day: Day, at time: Instant, _ batch: inout RecordBatch) {
        release += 1
        fix = 0
        failuresDue += habits.failRate(on: day) * random.uniform(0.5...1.5)
        let fails = failuresDue >= 1
        if fails { failuresDue -= 1 }
        let isCancelled = random.unit() < 0.02
        let hasStatus = fails && random.unit() < 0.4
        let started = isCancelled ? time.adding(seconds: 2700) : time
        let finished = later(started, median: 360, spread: 0.3)
        // What failed to go live goes live with its repair.
        let carrier = id(number + (isCancelled ? 1 : 0) + (hasStatus ? 1 : 0))
        addChanges(1 + random.below(5), on: day, before: finished, carrier, &batch)
        let revision = head ?? ""
        if isCancelled {
            add(revision, started: time, finished: time.adding(seconds: 90), .cancelled, &batch)
        }
        let failed = add(
            revision,
            started: started,
            finished: finished,
            hasStatus ? .failure : .success,
            &batch
        )
        let isRolledBack = fails && repair(failed, &batch)
        if !isRolledBack { running = (version, head ?? revision) }
    }

    /// An incident, and the rollback (then true) or hotfix that ends it.
    private mutating func repair(_ failed: Deployment, _ batch: inout RecordBatch) -> Bool {
        let opened = later(failed.finished, median: 480, spread: 0.5, limit: 3600)
        let restored = later(opened, median: 2100, spread: 0.5, limit: 7200)
        let started = opened.adding(seconds: (restored.seconds(since: opened) * 0.7).rounded())
        let isRollback = failed.status == .success && random.unit() < 0.5
        let label = failed.name ?? failed.id
        batch.incidents.append(
            Incident(
                service: name,
                id: "inc-\(failed.id)",
                title: "\(name) \(random.pick(DemoWords.troubles)) since \(label)",
                opened: opened,
                resolved: restored,
                severity: random.unit() < 0.2 ? "sev1" : random.unit() < 0.5 ? "sev2" : "sev3",
                deployment: failed.id
            )
        )
        if isRollback, let running {
            add(running.revision, started: started, finished: restored, .success, &batch) {
                $0.name = running.name
                $0.rework = .rollback
                $0.reworkEvidence = "rollback of \(label)"
            }
            return true
        }
        fix += 1
        addFix(of: label, opened: opened, before: started, &batch)
        add(head ?? "", started: started, finished: restored, .success, &batch) {
            $0.rework = .hotfix
            $0.reworkEvidence = "hotfix of \(label)"
        }
        return false
    }

    private mutating func addFix(
        of label: String,
        opened: Instant,
        before started: Instant,
        _ batch: inout RecordBatch
    ) {
        let span = started.seconds(since: opened)
        let written = opened.adding(seconds: (span * 0.5).rounded())
        let change = Change(
            service: name,
            revision: random.revision(),
            parents: head.map { [$0] } ?? [],
            authored: written,
            committed: written,
            merged: opened.adding(seconds: (span * 0.8).rounded()),
            deployment: id(number),
            subject: "Repair what \(label) broke",
            author: random.pick(DemoWords.people)
        )
        batch.changes.append(change)
        head = change.revision
    }

    /// The commits of a release, oldest first, on top of `head`; some on a branch that is merged.
    private mutating func addChanges(
        _ count: Int,
        on day: Day,
        before finished: Instant,
        _ carrier: String,
        _ batch: inout RecordBatch
    ) {
        let median = habits.leadTime(on: day)
        let leads = (0..<count).map { _ in
            min(max(random.logNormal(median: median, spread: 0.7), 900), 2_592_000)
        }
        let base = head
        var side: String?
        let branchLength = count > 2 && random.unit() < 0.5 ? count / 2 : 0
        for (index, lead) in leads.sorted(by: >).enumerated() {
            let isOnBranch = index < branchLength
            let parent = isOnBranch ? side ?? base : head
            let change = change(parents: [parent].compactMap(\.self), lead, finished, carrier)
            batch.changes.append(change)
            if isOnBranch { side = change.revision } else { head = change.revision }
        }
        guard let side, let main = head else { return }
        let merge = change(parents: [main, side], 600, finished, carrier)
        batch.changes.append(merge)
        head = merge.revision
    }

    private mutating func change(
        parents: [String],
        _ lead: Double,
        _ finished: Instant,
        _ carrier: String
    ) -> Change {
        let authored = finished.adding(seconds: -lead.rounded())
        let pause = min(random.logNormal(median: 1200, spread: 0.8), lead * 0.3)
        let review = (lead - pause) * random.uniform(0.2...0.8)
        let subject = "\(random.pick(DemoWords.verbs)) \(random.pick(DemoWords.objects))"
        return Change(
            service: name,
            revision: random.revision(),
            parents: parents,
            authored: authored,
            committed: authored.adding(seconds: pause.rounded()),
            merged: authored.adding(seconds: (pause + review).rounded()),
            deployment: carrier,
            subject: parents.count > 1 ? "Merge the branch of: \(subject)" : subject,
            author: random.pick(DemoWords.people)
        )
    }

    @discardableResult
    private mutating func add(
        _ revision: String,
        started: Instant,
        finished: Instant,
        _ status: DeploymentStatus,
        _ batch: inout RecordBatch,
        _ adjust: (inout Deployment) -> Void = { _ in }
    ) -> Deployment {
        var deployment = Deployment(
            service: name,
            environment: "production",
            id: id(number),
            name: version,
            revision: revision,
            started: started,
            finished: finished,
            status: status
        )
        adjust(&deployment)
        number += 1
        batch.deployments.append(deployment)
        return deployment
    }

    private func addOpenIncident(_ date: DemoCalendar.Date, _ batch: inout RecordBatch) {
        guard let plant = habits.plant, plant.kind == .openIncident, plant.since == date.day
        else { return }
        batch.incidents.append(
            Incident(
                service: name,
                id: "inc-open",
                title: "\(name) rejects valid input",
                opened: date.start.adding(seconds: 68_400),
                severity: "sev2",
                deployment: number > 0 ? id(number - 1) : nil
            )
        )
    }

    private func id(_ number: Int) -> String { "deploy-\(number + 1)" }

    private var version: String { "1.\(release).\(fix)" }

    private mutating func later(
        _ time: Instant,
        median: Double,
        spread: Double,
        limit: Double = 7200
    ) -> Instant {
        let seconds = random.logNormal(median: median, spread: spread)
        return time.adding(seconds: min(max(seconds, 30), limit).rounded())
    }
}
