import D8SModel

/// The releases of a service: its deployments with the jobs of one release merged.
///
/// Jobs that follow each other with the same revision within the policy's time of the first are one
/// release. A job of another revision between them separates them: A, B, A is a way back, not one
/// release. A job without a revision stands alone. The last job that was not cancelled gives the
/// release its id, its finish and its status (a failed job that was repeated with success is a
/// success); a release of cancelled jobs only is cancelled. The first reason for rework that a job
/// states is the release's.
struct Releases {
    struct Release {
        var finished: Int64
        /// Finish of the first job.
        var opened: Int64
        /// Index of the job that speaks for the release.
        var speaker: Int32
        var firstJob: Int32
        var jobs: Int32
        var status: DeploymentStatus
        var rework: ReworkReason?
    }

    let deployments: [Deployment]
    private(set) var all: [Release] = []
    /// Index of the release of each deployment.
    private(set) var ofDeployment: [Int32] = []
    /// Finish of each release, ascending.
    private(set) var finishes: [Int64] = []
    /// Index of the first success at or after each release; -1 if there is none.
    private(set) var nextSuccess: [Int32] = []
    /// Indices of the successful releases.
    private(set) var successes: [Int32] = []
    /// Indices of the releases that were not cancelled, and their finishes.
    private(set) var completed: [Int32] = []
    private(set) var completedFinishes: [Int64] = []

    init(of deployments: [Deployment], jobsWithin: Double) {
        self.deployments = deployments
        merge(within: jobsWithin)
        index()
    }

    func revision(_ release: Int) -> String? {
        deployments[Int(all[release].speaker)].revision
    }

    func id(_ release: Int) -> String {
        deployments[Int(all[release].speaker)].id
    }

    /// Indices of the releases that finished in the window.
    func indices(in window: Window) -> Range<Int> {
        indices(from: window.start.milliseconds, to: window.end.milliseconds)
    }

    func indices(from start: Int64, to end: Int64) -> Range<Int> {
        let first = finishes.firstIndex(from: start)
        return first..<max(first, finishes.firstIndex(from: end))
    }

    private mutating func merge(within limit: Double) {
        all.reserveCapacity(deployments.count)
        ofDeployment.reserveCapacity(deployments.count)
        for index in deployments.indices {
            if joinsLast(index, within: limit) {
                join(index)
            } else {
                open(index)
            }
            ofDeployment.append(Int32(all.count - 1))
        }
    }

    private func joinsLast(_ index: Int, within limit: Double) -> Bool {
        guard let last = all.last else { return false }
        let finished = deployments[index].finished.milliseconds
        guard seconds(from: last.opened, to: finished) <= limit else { return false }
        guard let revision = deployments[index].revision else { return false }
        return revision == deployments[Int(last.speaker)].revision
    }

    private mutating func open(_ index: Int) {
        let job = deployments[index]
        all.append(
            Release(
                finished: job.finished.milliseconds,
                opened: job.finished.milliseconds,
                speaker: Int32(index),
                firstJob: Int32(index),
                jobs: 1,
                status: job.status,
                rework: job.rework
            )
        )
    }

    private mutating func join(_ index: Int) {
        let last = all.count - 1
        let job = deployments[index]
        all[last].jobs += 1
        all[last].rework = all[last].rework ?? job.rework
        guard job.status != .cancelled || all[last].status == .cancelled else { return }
        all[last].finished = job.finished.milliseconds
        all[last].speaker = Int32(index)
        all[last].status = job.status
    }

    private mutating func index() {
        finishes = all.map(\.finished)
        nextSuccess = [Int32](repeating: -1, count: all.count)
        var next: Int32 = -1
        for index in all.indices.reversed() {
            if all[index].status == .success { next = Int32(index) }
            nextSuccess[index] = next
        }
        for (index, release) in all.enumerated() where release.status != .cancelled {
            completed.append(Int32(index))
            completedFinishes.append(release.finished)
            if release.status == .success { successes.append(Int32(index)) }
        }
    }
}

/// Seconds between two times in milliseconds; cannot overflow.
func seconds(from start: Int64, to end: Int64) -> Double {
    (Double(end) - Double(start)) / 1000
}
