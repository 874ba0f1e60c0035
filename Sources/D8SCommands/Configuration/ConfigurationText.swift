/// The `d8s.yaml` that `d8s init` writes: every key with its default and what it means.
struct ConfigurationText {
    struct Source {
        var repository: String
        var service: String
        var tags: [String]
        /// Why these tags were chosen.
        var reason: String
    }

    var organisation: String
    var sources: [Source]

    var text: String {
        """
        # D8S: what is read, and what counts as good. Every key is optional; those after `#` show
        # their default. Lengths of time: 90d, 24h, 30m. Paths are relative to this file.

        organisation: \(YAMLText.quoted(organisation))

        sources:
        \(sources.map(Self.entry).joined(separator: "\n"))
        \(SourceKinds.examples)
        #     series_limit: 100000       # of any source: the most series it may bring

        # When and where
        # timezone: UTC                  # whose days count, an IANA name
        # history: history.sqlite        # everything collected
        # output: output                 # the folder that is published
        # url: https://reports.example   # where it will be read; for the PDF and the feed
        # keep_editions: 30              # past editions kept in the site
        # keep_samples: 90d              # every sample; what is older is there by hour and day
        # keep_hourly: 730d              # hourly rollups; daily ones stay
        # valid_for: 36h                 # after that an edition says that it is old
        # accepted: accepted.yaml        # items accepted for a while; keep it in git
        # packs: {folder: packs, off: []} # your own packs, and those that are not wanted
        # as_of: 2026-11-20T02:00:00Z    # for a history that does not grow; else now
        # language: en                   # or pt-BR: how numbers and dates are written
        # paper: a4                      # or letter

        # rules: [rules/*.yml]           # Prometheus' rule files, evaluated over each night

        # What was spent, from charges that sources bring (FOCUS, OpenCost).
        # costs:
        #   basis: effective             # or billed, list, contracted
        #   currency: USD                # of budgets that say none
        #   settle: 2d                   # after so long a day's charges are all there
        #   late: 3d                     # after so long without charges it is an item
        #   tags: [team]                 # what every charge for use should have
        #   untagged: 0.1                # the share without one that is borne
        #   budgets:                     # a month, of all or of a part
        #     - name: data
        #       amount: 40000
        #       owner: data
        #       where: {"tag:team": data}
        #   units:                       # what the spend is divided by
        #     - name: request
        #       per: 1000
        #       query: sum(increase(http_requests_total[1d]))
        #     - name: deployment
        #       events: deployments

        # What clusters and pipelines cost: prices per hour of a core, of a GiB, of a GPU. Without
        # `rates` they are OpenCost's defaults, and pages say so.
        # rates:
        #   currency: USD
        #   cpu: 0.031611
        #   memory: 0.004237
        #   gpu: 0.95
        #   storage: 0.00005479452       # of a GiB of a volume
        #   storage_classes: {gp3: 0.00011}
        #   load_balancer: 0             # of a service of the type LoadBalancer
        #   network: 0                   # of a GiB that a pod sends
        #   cluster: 0                   # of the management of a cluster
        #   nodes:                       # the entry that fits best counts
        #     - type: m5.large
        #       spot: true
        #       region: eu-west-1
        #       hour: 0.0412             # of the whole node
        #     - spot: true
        #       cpu: 0.0101
        #       memory: 0.0014
        # allocation:
        #   window: 30d                  # full days that it looks back on
        #   team_label: team             # of pods or namespaces
        #   shared: [kube-system]        # namespaces that all bear
        #   share_idle: false            # whether all bear what nothing asked for
        #   share_overhead: false        # and the management of clusters
        #   share_by: cost               # or even, or {shop: 2, build: 1}
        #   least_saving: 1              # a month; what saves less is left out

        # Delivery
        # environment: production        # the environment whose deployments count
        # window: 90d                    # full days that a measure looks back on
        # lead_time_from: authored       # or committed: where a change's lead time begins
        # incident_within: 24h           # an incident belongs to the last deployment within this
        # jobs_within: 30m               # jobs of one revision within this are one deployment; 0: never
        # rework: [hotfix, rollback, incident, unplanned]   # add revert, patch to count them too

        # What is good enough; a measure whose whole interval is worse is an item.
        # targets:
        #   "*":
        #     change_lead_time: 7d
        #     deployment_gap: 14d
        #     change_fail_rate: 15%
        #     failed_deployment_recovery_time: 1d
        #     deployment_rework_rate: 20%

        """
    }

    private static func entry(_ source: Source) -> String {
        let tags = source.tags.map(YAMLText.quoted).joined(separator: ", ")
        return """
              - git: \(YAMLText.quoted(source.repository))
                service: \(YAMLText.quoted(source.service))
                # team: Payments
                tags: [\(tags)]   # \(TerminalText.line(source.reason))
                # every: 24h                 # older than that, and it is an item
                # branch: main               # whose commits wait for a release
                # environment: production    # where a release of these tags goes
                # pre_releases: true         # count v1.0.0-rc1 and its like too
            """
    }
}
