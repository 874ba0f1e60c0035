package import D8SModel

/// What the last weeks of all series say together: series are looked at one measure after the
/// other, and judged when it is known how many there were.
package struct TrendNight: Sendable {
    /// Expected false items of a night, over all series and all tests.
    package static let budget = FalseItemBudget.trends
    /// Tests of one series: odd, shifted, of another spread, creeping.
    private static let testsOfSeries = 4

    package let window: TrendWindow
    /// Series that had values enough.
    private(set) var seen = 0
    private var signs: [TrendSign] = []
    /// Measures whose weeks could not be read, with their packs.
    private var faults: [(pack: Pack, title: String, reason: String)] = []

    /// What the self-test looks at.
    private var sample: TrendSample

    package init(asOf: Instant) {
        window = TrendWindow(end: asOf)
        sample = TrendSample(seed: UInt64(clamping: asOf.milliseconds / 86_400_000))
    }

    /// How many tests were made.
    package var tests: Int { seen * Self.testsOfSeries }

    /// Looks at the lines of a measure, at the steps of the window, on all processors; `rateWindow`
    /// is what `$window` stood for in its query, in milliseconds.
    package mutating func look(
        at lines: [MeasureReading.Line],
        of measure: PackMeasure,
        _ pack: Pack,
        rateWindow: Int64 = TrendWindow.step
    ) async {
        let look = TrendLook(
            pack: pack,
            measure: measure,
            rateWindow: rateWindow,
            window: window
        )
        let looks = await Parallel.map(lines) { look.sign(in: $0) }
        for (line, (sign, wasSeen)) in zip(lines, looks) where wasSeen {
            seen += 1
            sample.add(line, look)
            if let sign { signs.append(sign) }
        }
    }

    /// What it would have found in shuffled history; nil if nothing was looked at.
    ///
    /// It reads nothing anew and costs what looking at 200 series costs.
    package func selfTest() async -> TrendSelfTest? {
        let seed = UInt64(clamping: window.end.milliseconds / 86_400_000)
        let looks = await Parallel.map(Array(sample.lines.enumerated())) { number, one in
            let values = TrendSelfTest.shuffled(
                window.values(of: one.line),
                from: window.start,
                seed: seed &+ UInt64(number)
            )
            return one.look.sign(of: values, one.line.series)
        }
        let tested = looks.count(where: \.wasSeen)
        guard tested > 0 else { return nil }
        let signs = looks.compactMap(\.sign)
        return TrendSelfTest(
            series: tested,
            tests: tested * Self.testsOfSeries,
            clear: signs.count,
            items: Self.clearest(signs, of: tested * Self.testsOfSeries).count
        )
    }

    /// Those that are as clear as the budget asks among so many tests.
    private static func clearest(_ signs: [TrendSign], of tests: Int) -> [TrendSign] {
        let others = [Double](repeating: 1, count: max(0, tests - signs.count))
        let rates = FalseDiscovery.adjusted(signs.map(\.p) + others, .positive)
        return zip(signs, rates).filter { $1 <= budget }.map(\.0)
    }

    /// Counts series without a sign that were looked at elsewhere.
    package mutating func count(others: Int) {
        seen += max(0, others)
    }

    /// Says that the weeks of a measure could not be read.
    package mutating func note(_ reason: String, of measure: PackMeasure, _ pack: Pack) {
        faults.append((pack, measure.name.title, reason))
    }

    /// One for each pack of which nobody has said so yet.
    private func unread(besides known: [Finding], _ format: Format) -> [Finding] {
        let told = Set(known.filter { $0.rule == PackFault.rule.name }.map(\.entity.name))
        var packs: [Pack] = []
        for fault in faults where !packs.contains(fault.pack) { packs.append(fault.pack) }
        return packs.filter { !told.contains($0.name) }.compactMap { pack in
            let own = faults.filter { $0.pack == pack }.map { (title: $0.title, reason: $0.reason) }
            return PackFault.finding(own, of: pack, format)
        }
    }

    /// What is as clear as the budget asks, in the order of packs, measures and series; what a limit
    /// of the same measure has found already is left out.
    package func findings(besides known: [Finding], format: Format) -> [Finding] {
        let told = Set(
            known.compactMap { finding in finding.measure.map { "\($0.name.rawValue) \($0.entity)" }
            }
        )
        return Self.clearest(signs, of: tests)
            .filter { sign in
                let entity = sign.pack.entity.entity(of: sign.series)
                return !told.contains("\(sign.measure.name.rawValue) \(entity)")
            }
            .reduce(into: [TrendFinding]()) { findings, sign in
                let finding = TrendFinding(sign: sign, window: window, format: format, tests: tests)
                // The clearest series of an entity stands for its measure.
                if let place = findings.firstIndex(where: { $0.isAboutTheSame(as: finding) }) {
                    if sign.p < findings[place].sign.p { findings[place] = finding }
                } else {
                    findings.append(finding)
                }
            }
            .map(\.finding) + unread(besides: known, format)
    }
}
