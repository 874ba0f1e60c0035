import D8SModel
import Testing

@testable import D8SQuery

/// Alerts by Prometheus' own rules: states as its `rules/alerting_test.go` steps through them.
struct RuleNightTests {
    private static let db = Series(metric: "up", labels: [Label("instance", "db")])

    @Test func `an alert fires once its expression has held for as long as it says`() async {
        let report = await report(
            [alert("Down", "up == 0", holds: 5)],
            [(Self.db, minutes(10, 1) + minutes(20, 0) + minutes(10, 1))],
            to: 39
        )
        #expect(report.firings.map(\.series.description) == [Self.named("Down")])
        #expect(report.firings.map(\.active.minute) == [10])
        #expect(report.firings.map(\.fired.minute) == [15])
        #expect(report.firings.map { $0.ended?.minute } == [30])
        #expect(report.firings.map(\.value) == [0])
    }

    @Test func `one that did not hold long enough never fired`() async {
        let report = await report(
            [alert("Down", "up == 0", holds: 5)],
            [(Self.db, minutes(10, 1) + minutes(5, 0) + minutes(10, 1))],
            to: 24
        )
        #expect(report.firings.isEmpty)
        #expect(report.failures.isEmpty)
    }

    @Test func `an alert fires on for keep_firing_for`() async {
        let report = await report(
            [alert("Down", "up == 0", holds: 0, keeps: 3)],
            [
                (
                    Self.db,
                    minutes(5, 1) + minutes(5, 0) + minutes(2, 1) + minutes(5, 0) + minutes(9, 1)
                )
            ],
            to: 25
        )
        // It holds until minute 16; 17 is the first evaluation without it, three minutes from there.
        #expect(report.firings.map(\.fired.minute) == [5])
        #expect(report.firings.map { $0.ended?.minute } == [20])
    }

    @Test func `an alert that began long before the night has its beginning`() async {
        let report = await report(
            [alert("Down", "up == 0", holds: 5)],
            [(Self.db, minutes(10, 1) + minutes(600, 0))],
            from: 500,
            to: 600
        )
        #expect(report.firings.map(\.active.minute) == [10])
        #expect(report.firings.map(\.fired.minute) == [15])
        #expect(report.firings.map { $0.ended?.minute } == [nil])
        #expect(report.firings.map(\.isOlder) == [false])
    }

    @Test func `an alert that reads alerts is said to be older, and is not looked for earlier`()
        async
    {
        let report = await report(
            [alert("Down", "up == 0 unless on () ALERTS{alertname=\"Muted\"}", holds: 5)],
            [(Self.db, minutes(10, 1) + minutes(600, 0))],
            from: 500,
            to: 600
        )
        #expect(report.firings.map(\.isOlder) == [true])
        #expect(report.firings.map { $0.fired.minute <= 500 } == [true])
        #expect(report.firings.map { $0.active.minute > 400 } == [true])
    }

    @Test func `what a rule records is there for rules of other groups, whichever comes first`()
        async
    {
        let late = alert("High", "load:twice > 3", holds: 0)
        let record = QueryRule(name: "load:twice", expression: "load", kind: .recording)
        let report = await report(
            [late],
            [(Series(metric: "load"), minutes(5, 1) + minutes(5, 4) + minutes(5, nil))],
            to: 14,
            others: [[record]]
        )
        // The last sample is at minute 9 and counts until minute 13.
        #expect(report.firings.map(\.fired.minute) == [5])
        #expect(report.firings.map { $0.ended?.minute } == [14])
    }

    @Test func `ALERTS can be asked for, a minute later by a rule before`() async {
        let down = alert("Down", "up == 0", holds: 2)
        let report = await report(
            [alert("AnyAlert", "ALERTS{alertname=\"Down\"}", holds: 0), down],
            [(Self.db, minutes(5, 1) + minutes(10, 0))],
            to: 14
        )
        let states = report.firings.filter { $0.series.value(of: "alertname") == "AnyAlert" }
        // Pending from minute 5, firing from minute 7: seen by the rule before one minute later.
        #expect(states.map { $0.fired.minute }.sorted() == [6, 8])
    }

    @Test func `only rules that read each other are evaluated instant by instant`() async {
        let down = alert("Down", "up == 0", holds: 2)
        let always = alert("Always", "vector(1)", holds: 0)
        let any = alert("AnyAlert", "ALERTS{alertname=\"Down\",alertstate=\"firing\"}", holds: 0)
        let all = alert("TooMany", "count({__name__=~\".+\"}) > 1000", holds: 0)
        let late = alert("Late", "up == 0", holds: 3)
        let groups = [[down, always, any], [all, late]].enumerated().map { number, rules in
            RuleGroup(file: "rules.yml", name: "group \(number)", rules: rules)
        }
        let order = RuleOrder(groups)
        #expect(order.units == [RuleOrder.Unit(groups: [0, 1], isStepwise: true)])
        // `TooMany` reads what `Late`, which comes after it, makes.
        #expect(
            order.units.flatMap(order.free) == [
                RulePlace(group: 0, rule: 0), RulePlace(group: 0, rule: 1),
            ]
        )
        let report = await report(
            [down, always, any],
            [(Self.db, minutes(5, 1) + minutes(10, 0))],
            to: 14,
            others: [[all, late]]
        )
        let fired = report.firings.map {
            "\($0.series.value(of: "alertname") ?? "") \($0.fired.minute)"
        }
        #expect(fired.filter { !$0.hasPrefix("Always") } == ["Down 7", "AnyAlert 7", "Late 8"])
        #expect(fired.count == 4)
        #expect(report.failures.isEmpty)
    }

    /// Minute 5 knows `late:load` of minutes 3 and 4 within three minutes: its own is not there yet,
    /// and ranges are open on the left.
    @Test func `what a later rule of the group makes is seen an evaluation later`() async throws {
        let mean = QueryRule(
            name: "mean:load",
            expression: "avg_over_time(late:load[3m])",
            kind: .recording
        )
        let late = QueryRule(name: "late:load", expression: "load", kind: .recording)
        let groups = [RuleGroup(file: "rules.yml", name: "g", rules: [mean, late])]
        let order = RuleOrder(groups)
        #expect(order.stepwise == [RulePlace(group: 0, rule: 0)])
        #expect(order.hidden(from: RulePlace(group: 0, rule: 0)) == ["late:load"])
        let report = await report(
            [mean, late],
            [(Series(metric: "load"), (0..<10).map(Double.init))],
            from: 2,
            to: 9
        )
        let engine = EmbeddedEngine(report.storage)
        let at = Instant(milliseconds: 5 * 60_000)
        let answer = try await engine.instant("mean:load", at: at)
        guard case .vector(let samples) = answer.value else {
            Issue.record("no vector")
            return
        }
        #expect(samples.map(\.value) == [3.5])
    }

    @Test func `labels are templates, and annotations say the last value`() async {
        var rule = alert("Down", "up == 0", holds: 0)
        rule.labels = [Label("where", "on {{ $labels.instance }}")]
        rule.kind = .alerting(
            AlertTerms(annotations: [
                Label("bad", "{{ $labels.instance | humanize }}"),
                Label("summary", "{{ $labels.instance }} is {{ $value }}"),
            ])
        )
        let report = await report([rule], [(Self.db, minutes(3, 0))], to: 2)
        #expect(report.firings.first?.series.value(of: "where") == "on db")
        #expect(
            report.firings.first?.annotations == [
                Label(
                    "bad",
                    "<error expanding template: error executing template __alert_Down: template: "
                        + "__alert_Down:1:134: executing \"__alert_Down\" at <humanize>: error "
                        + "calling humanize: strconv.ParseFloat: parsing \"db\": invalid syntax>"
                ),
                Label("summary", "db is 0"),
            ]
        )
    }

    @Test func `a rule that cannot be evaluated is told`() async {
        let report = await report(
            [alert("Odd", "up ==", holds: 0)],
            [(Self.db, minutes(3, 0))],
            to: 2
        )
        #expect(report.failures.map(\.rule) == ["Odd"])
        #expect(report.failures.map(\.reason) == ["1:6: unexpected end of input"])
        #expect(report.failures.map(\.count) == [3])
    }

    @Test func `two series with the same labels are one too many`() async {
        var rule = alert("Down", "up == 0", holds: 0)
        rule.labels = [Label("instance", "any")]
        let other = Series(metric: "up", labels: [Label("instance", "web")])
        let report = await report(
            [rule],
            [(Self.db, minutes(3, 0)), (other, minutes(3, 0))],
            to: 2
        )
        #expect(
            report.failures.map(\.reason) == [
                "vector contains metrics with the same labelset after applying alert labels"
            ]
        )
    }

    /// A sample each minute from 1970 on; nil is no sample.
    private func column(_ series: Series, _ values: [Double?]) -> SampleColumn {
        let samples = values.enumerated().compactMap { minute, value in
            value.map { (Int64(minute) * 60_000, $0) }
        }
        return SampleColumn(series: series, times: samples.map(\.0), values: samples.map(\.1))
    }

    private static func named(_ alert: String) -> String {
        "ALERTS{alertname=\"\(alert)\",instance=\"db\"}"
    }

    private func minutes(_ count: Int, _ value: Double?) -> [Double?] {
        Array(repeating: value, count: count)
    }

    private func alert(
        _ name: String,
        _ expression: String,
        holds: Int64,
        keeps: Int64 = 0
    ) -> QueryRule {
        let terms = AlertTerms(holds: holds * 60_000, keepsFiring: keeps * 60_000)
        return QueryRule(name: name, expression: expression, kind: .alerting(terms))
    }

    private func report(
        _ rules: [QueryRule],
        _ series: [(Series, [Double?])],
        from: Int64 = 0,
        to: Int64,
        others: [[QueryRule]] = []
    ) async -> RuleReport {
        let setting = RuleSetting(storage: MemoryStorage(series.map(column))) { EmbeddedEngine($0) }
        let groups = ([rules] + others).enumerated().map { number, rules in
            RuleGroup(file: "rules.yml", name: "group \(number)", rules: rules)
        }
        return await RuleNight(groups, on: setting).report(
            from: Instant(milliseconds: from * 60_000),
            to: Instant(milliseconds: to * 60_000)
        )
    }
}

extension Instant {
    fileprivate var minute: Int64 { milliseconds / 60_000 }
}
