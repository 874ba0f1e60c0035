import D8SAnalysis
import D8SModel
import Testing

struct RightSizingTests {
    private static let mebibyte = 1_048_576.0
    private static let place = CostPlace(
        node: "n1",
        namespace: "shop",
        controllerKind: "Deployment",
        controller: "web",
        pod: "web-1",
        container: "app"
    )

    /// A pod that used these cores and bytes, minute by minute, over so many days.
    private func pod(
        _ name: String = "web-1",
        cores: [Double],
        bytes: [Double],
        days: Double = 14,
        request: (cores: Double, bytes: Double) = (2, 4096 * mebibyte)
    ) -> ContainerUse {
        var points = UsagePoints(
            cpu: UsageDigest(points: cores.count),
            memory: UsageDigest(points: bytes.count),
            cpuRequest: request.cores,
            memoryRequest: request.bytes,
            first: 0,
            last: Int64(days * 86_400_000)
        )
        for value in cores { points.cpu.add(value) }
        for value in bytes { points.memory.add(value) }
        var place = Self.place
        place.pod = name
        return ContainerUse(place: place, firstHour: 0, hours: [], points: points)
    }

    private func even(_ value: Double, _ count: Int = 20_160) -> [Double] {
        Array(repeating: value, count: count)
    }

    @Test func `CPU is the highest 95th percentile over the pods`() throws {
        // 1 to 100 thousandths of a core: by type 7 the 95th percentile is at 0.95 · 99 = 94.05,
        // which is 95.05 thousandths, and 96 when rounded up. Of the other pod it is 50.
        let rising = (0..<20_100).map { Double($0 % 100 + 1) / 1000 }
        let sizing = try #require(
            RightSizing.all(of: [
                pod("web-1", cores: rising, bytes: even(1)),
                pod("web-2", cores: even(0.05), bytes: even(1)),
            ]).first
        )
        let change = try #require(sizing.changes.first { $0.resource == .cpu })
        #expect(change.quantity == "96m")
        #expect(sizing.pods == 2)
        #expect(change.points == 40_260)
        // 97, 98, 99 and 100 thousandths of the first pod, 201 times each.
        #expect(change.exceeded == 804)
    }

    @Test func `memory is the peak and 15 percent`() throws {
        var bytes = even(200 * Self.mebibyte)
        bytes[77] = 1000 * Self.mebibyte
        let sizing = try #require(RightSizing.all(of: [pod(cores: even(3), bytes: bytes)]).first)
        let change = try #require(sizing.changes.first { $0.resource == .memory })
        #expect(change.quantity == "1150Mi")
        #expect((change.exceeded, change.points) == (0, 20_160))
        #expect(sizing.changes.map(\.resource) == [.memory], "2 cores are too few: nothing to save")
    }

    @Test func `no request is under the floor`() throws {
        let sizing = try #require(
            RightSizing.all(of: [pod(cores: even(0.001), bytes: even(Self.mebibyte))]).first
        )
        #expect(sizing.changes.map(\.quantity) == ["10m", "100Mi"])
    }

    @Test func `14 days and 100 points are needed`() {
        #expect(RightSizing.all(of: [pod(cores: even(0.1), bytes: even(1), days: 13.9)]).isEmpty)
        #expect(RightSizing.all(of: [pod(cores: even(0.1, 99), bytes: even(1, 99))]).isEmpty)
        #expect(RightSizing.all(of: [pod(cores: even(0.1, 100), bytes: even(1, 99))]).count == 1)
    }

    @Test func `a factor under 1 never brings memory under its peak`() throws {
        var policy = RightSizingPolicy()
        policy.memoryFactor = 0.5
        let containers = [pod(cores: even(3), bytes: even(300 * Self.mebibyte))]
        let sizing = try #require(RightSizing.all(of: containers, policy).first)
        #expect(sizing.changes.map(\.quantity) == ["300Mi"])
    }

    @Test func `the patch is for the controller and its container`() throws {
        let container = pod(cores: even(0.5), bytes: even(300 * Self.mebibyte))
        let sizing = try #require(RightSizing.all(of: [container]).first)
        var use = ClusterUse(hours: .days(14), containers: [container])
        use.containers[0].hours = Array(
            repeating: HourlyUse(cpuRequest: 2, cpuUse: 0.5, memoryRequest: 4, memoryUse: 0.3),
            count: 336
        )
        let found = Recommendations(of: use, rates: .round, pipelines: nil)
        let recommendation = try #require(found.all.first)
        #expect(recommendation.changes == sizing.changes)
        // 1.5 cores and 4096 - 345 MiB less, of 730 hours: 32.85 + 10.696…
        #expect(abs(recommendation.saving.amount.double - 43.546_210) < 0.000_001)
        #expect(
            recommendation.snippet?.text == """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: "web"
                  namespace: "shop"
                spec:
                  template:
                    spec:
                      containers:
                        - name: "app"
                          resources:
                            requests:
                              cpu: 500m
                              memory: 345Mi

                """
        )
    }
}
