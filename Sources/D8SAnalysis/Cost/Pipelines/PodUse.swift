/// What the history of the cluster knows of the pod of a task run.
package struct PodUse: Hashable, Sendable {
    package struct ID: Hashable, Sendable {
        package let namespace, pod: String

        package init(namespace: String, pod: String) {
            self.namespace = namespace
            self.pod = pod
        }
    }

    /// A volume that it mounted.
    package struct Volume: Hashable, Sendable {
        package let storageClass: String?
        package let gibibytes: Double

        package init(storageClass: String?, gibibytes: Double) {
            self.storageClass = storageClass
            self.gibibytes = gibibytes
        }
    }

    /// Of its node; nil if that is not known.
    package var rates: ResourceRates?
    /// Hours from its start to its end; nil if they are not known.
    package var hours: Double?
    /// Core-hours and GiB-hours that it used.
    package var cpu, memory: Double
    /// GPUs that it asked for.
    package var gpus: Double
    package var volumes: [Volume]
    /// GiB that it sent.
    package var sent: Double
    /// The team that its labels name; empty if none.
    package var team: String

    package init(
        rates: ResourceRates? = nil,
        hours: Double? = nil,
        cpu: Double = 0,
        memory: Double = 0,
        gpus: Double = 0,
        volumes: [Volume] = [],
        sent: Double = 0,
        team: String = ""
    ) {
        self.rates = rates
        self.hours = hours
        self.cpu = cpu
        self.memory = memory
        self.gpus = gpus
        self.volumes = volumes
        self.sent = sent
        self.team = team
    }
}
