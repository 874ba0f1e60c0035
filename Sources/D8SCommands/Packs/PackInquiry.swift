import D8SAnalysis
import D8SModel
import D8SQuery

/// Asks what the packs want to know of one night.
///
/// Every place is asked; where two have the same series, the first of them counts.
struct PackInquiry: Sendable {
    private let asOf: Instant
    private let packs: [Pack]
    /// The places where each pack is at work, by its name, as they are asked of it.
    private var questions: [String: [PackQuestions]] = [:]

    /// Looks where each of these packs is at work.
    init(_ packs: [Pack], asOf: Instant, places: [QueryPlace]) async {
        self.packs = packs
        self.asOf = asOf
        for pack in packs {
            var all: [PackQuestions] = []
            for place in places {
                guard let times = await Self.times(of: pack, at: place, asOf: asOf) else {
                    continue
                }
                all.append(PackQuestions(times: times, place: place))
            }
            questions[pack.name] = all
        }
    }

    /// What was read of those packs that are at work, in their order.
    func readings() async -> [DomainReading] {
        var readings: [DomainReading] = []
        for pack in packs {
            if let reading = await reading(of: pack) { readings.append(reading) }
        }
        return readings
    }

    /// The measures of a pack; nil if it is at work nowhere.
    private func reading(of pack: Pack) async -> DomainReading? {
        var readings: [MeasureReading] = []
        for questions in questions(about: pack) {
            var found: [MeasureReading] = []
            for measure in pack.measures {
                found.append(await questions.reading(of: measure, pack: pack.name))
            }
            readings = readings.isEmpty ? found : zip(readings, found).map { $0.joined($1) }
        }
        return readings.isEmpty ? nil : DomainReading(pack: pack, measures: readings)
    }

    /// What the last weeks of the measures of all domains say.
    func trends(of domains: [DomainReading]) async -> TrendNight {
        var night = TrendNight(asOf: asOf)
        for domain in domains {
            let places = questions(about: domain.pack)
            for measure in domain.pack.measures where measure.isTrended {
                var lines: [MeasureReading.Line] = []
                for questions in places {
                    do throws(QueryError) {
                        lines = lines.joined(
                            try await questions.weeks(of: measure, in: night.window)
                        )
                    } catch {
                        night.note("\(error)", of: measure, domain.pack)
                    }
                }
                let rates = places.map { $0.times.rateWindow(step: TrendWindow.step) }
                await night.look(
                    at: lines,
                    of: measure,
                    domain.pack,
                    rateWindow: rates.max() ?? TrendWindow.step
                )
            }
        }
        return night
    }

    /// The same with what its panels draw.
    func withPanels(_ domain: DomainReading) async -> DomainReading {
        var panels: [PanelReading] = []
        let all = questions(about: domain.pack)
        for questions in all {
            let answered = all.count == 1 ? domain.measures : []
            var questions = PanelQuestions(questions, answered: answered)
            let found = await questions.readings(of: domain.pack.panels)
            panels = panels.isEmpty ? found : zip(panels, found).map { $0.joined($1) }
        }
        var domain = domain
        domain.panels = panels
        return domain
    }

    private func questions(about pack: Pack) -> [PackQuestions] { questions[pack.name] ?? [] }

    /// How finely a pack can be looked at; nil if nothing that it needs came in the last week.
    ///
    /// Events have no interval: what is asked of them counts those of a time. A place that fails
    /// counts as one that has it: each of its measures will tell why.
    private static func times(
        of pack: Pack,
        at place: QueryPlace,
        asOf: Instant
    ) async -> PackTimes? {
        let engine = place.engine(300_000)
        for days in [1, 7] {
            for metric in pack.needs where place.answers(metric) {
                guard let name = PromQL.selector(of: metric) else { continue }
                let query = "max(count_over_time(\(name)[\(days)d]))"
                do throws(QueryError) {
                    let answer = try await engine.instant(query, at: asOf)
                    guard case .vector(let samples) = answer.value, let first = samples.first
                    else { continue }
                    let isOfEvents = metric.hasPrefix(EventSeries.prefix)
                    return PackTimes(
                        asOf: asOf,
                        samplesADay: isOfEvents ? 288 : first.value / Double(days)
                    )
                } catch {
                    return PackTimes(asOf: asOf, samplesADay: 0)
                }
            }
        }
        return nil
    }
}
