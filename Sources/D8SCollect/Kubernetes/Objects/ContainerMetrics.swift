/// The names of the metrics of a pod's containers, which its init containers have with another
/// beginning.
struct ContainerMetrics: Sendable {
    static let regular = ContainerMetrics(prefix: "kube_pod_container")
    static let initial = ContainerMetrics(prefix: "kube_pod_init_container")

    let prefix: String
    let info, requests, limits: String
    let ready, restarts, running, terminated, waiting, started: String
    let terminatedReason, waitingReason: String
    let lastReason, lastExitCode, lastEnd: String

    private init(prefix: String) {
        self.prefix = prefix
        info = prefix + "_info"
        requests = prefix + "_resource_requests"
        limits = prefix + "_resource_limits"
        ready = prefix + "_status_ready"
        restarts = prefix + "_status_restarts_total"
        running = prefix + "_status_running"
        terminated = prefix + "_status_terminated"
        waiting = prefix + "_status_waiting"
        started = prefix + "_state_started"
        terminatedReason = prefix + "_status_terminated_reason"
        waitingReason = prefix + "_status_waiting_reason"
        lastReason = prefix + "_status_last_terminated_reason"
        lastExitCode = prefix + "_status_last_terminated_exitcode"
        lastEnd = prefix + "_status_last_terminated_timestamp"
    }
}
