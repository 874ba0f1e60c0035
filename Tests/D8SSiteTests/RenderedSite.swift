import D8SAttention
import D8SModel
import D8SSite

/// The files of a sample's site by path.
func rendered(_ sample: Sample) async throws -> [String: String] {
    let site = Site(
        input: sample.input,
        templates: try Templates(ProjectFiles.templates()),
        assets: try ProjectFiles.assets(),
        painter: TestPainter(),
        measurer: TestMeasurer()
    )
    let files = try site.batches().flatMap { try $0() }
    return Dictionary(
        uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    )
}

/// Sites that several tests look at, each made once.
enum RenderedSites {
    static let all = [
        ("full", full), ("three", three), ("calm", calm), ("hostile", hostile), ("bare", bare),
        ("nothing", nothing), ("domain", domain), ("spend", spend),
    ]
    static let full = Task { try await rendered(.full) }
    static let three = Task { try await rendered(.threeItems) }
    static let calm = Task { try await rendered(Sample()) }
    static let hostile = Task { try await rendered(.hostile) }
    static let bare = Task { try await rendered(.bare) }
    static let domain = Task { try await rendered(.domain) }
    static let spend = Task { try await rendered(.spend) }
    static let nothing = Task { try await rendered(Sample(serviceNames: [])) }
}

extension Item {
    /// This item with the findings of another one as its own.
    fileprivate func joined(by other: Item) -> Item {
        Item(
            id: id,
            findings: findings + other.findings,
            severity: severity,
            life: life,
            rankedBecause: rankedBecause
        )
    }
}

extension Sample {
    /// A site with everything on it: services without items, accepted items, a long list.
    static var full: Sample {
        var sample = threeItems
        sample.allServices = true
        sample.items += (0..<4).map { number in
            SampleItem(
                id: "extra-\(number)",
                service: "search",
                severity: .warning,
                title: "Thing \(number) is not as it should be",
                detail: "It went from one to two.",
                action: "Mend it."
            ).item
        }
        sample.unseen = sample.resolved.map(\.last)
        sample.expired = [
            Acceptance(item: "extra-0", reason: "r", owner: "o", until: Day(number: 20_776))
        ]
        // One cause with two findings.
        sample.items[6] = sample.items[6].joined(by: sample.items[0])
        sample.accepted = [
            SampleItem(
                id: "accepted-1",
                service: "search",
                severity: .warning,
                title: "Search deploys seldom",
                detail: "It does.",
                action: "Nothing.",
                acceptance: Acceptance(
                    item: "accepted-1",
                    reason: "frozen until the migration is over",
                    owner: "Ada",
                    until: Day(number: 20_800)
                )
            ).item
        ]
        return sample
    }

    static let hostileNames = [
        "<script>alert(1)</script>", "\u{202e}gnp.exe\u{0}",
        String(repeating: "very-long-name", count: 720), "../../etc/passwd", "=cmd()",
        "\"\u{301} onmouseover=alert(1) x=\"", "نظام الدفع 🚀",
    ]

    /// Names that want to break out of the page.
    static var hostile: Sample {
        var sample = Sample()
        sample.organisation = "<b>Acme</b> & \u{202e}Söhne"
        sample.serviceNames = hostileNames
        sample.deploymentCount = 6
        sample.items = hostileNames.enumerated().map { number, name in
            SampleItem(
                id: "item-\(number)",
                service: name,
                severity: .warning,
                title: "\(name) fails one deployment in five",
                detail: "\(name) went from one to two.",
                action: "Hold \(name).",
                measure: number < 2 ? SampleDomain.measure : .changeFailRate
            ).item
        }
        sample.domains = [SampleDomain(hosts: hostileNames).reading]
        sample.spend = SampleSpend.reports(names: hostileNames)
        sample.items += SampleSpend.items(sample.spend, sample.night)
        return sample
    }

    /// An item with nothing but its sentence, about something that is no service.
    static var bare: Sample {
        var sample = Sample(serviceNames: ["web"])
        sample.items = [
            Item(
                id: "source-late-git",
                findings: [
                    Finding(
                        rule: "source-late",
                        entity: Entity(kind: .source, name: "git:web"),
                        severity: .info,
                        magnitude: 1,
                        statements: [.devops: Statement(title: "git:web is late", detail: "")],
                        actions: [],
                        evidence: Evidence(method: "", data: "", commands: [])
                    )
                ],
                severity: .info,
                life: Life(
                    state: .new,
                    firstNight: Day(number: 20_777),
                    night: 1,
                    history: [],
                    due: nil
                ),
                rankedBecause: ""
            )
        ]
        return sample
    }
}
