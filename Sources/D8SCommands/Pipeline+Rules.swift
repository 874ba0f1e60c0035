import D8SAttention
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// What the rule files of the configuration say of the 24 hours before an instant.
    ///
    /// They are evaluated on the history, or on the servers that sources name as their engines.
    ///
    /// - Parameters:
    ///   - asOf: The end of the night.
    ///   - sources: They say until when there are samples; rules that are evaluated later would
    ///     take everything for gone.
    /// - Returns: The alerts, and what could not be evaluated.
    /// - Throws: `HistoryError` if the events of the history cannot be read.
    func ruled(asOf: Instant, _ sources: [SourceState]) async throws -> RuledNight {
        let folder = FilePath.folder(of: configuration.path)
        let files = RuleFiles(configuration.rules, in: folder)
        let engines = configuration.sources.compactMap(\.engine).map { RemoteEngine($0) }
        let start = asOf.adding(seconds: -RuledNight.length)
        guard !engines.isEmpty else {
            let setting = RuleSetting(storage: try storage(asOf: asOf)) {
                EmbeddedEngine($0)
            }
            let end = Self.lastSamples(of: sources, before: asOf)
            let report = await RuleNight(files.groups, on: setting).report(from: start, to: end)
            var night = RuledNight([report], files, in: folder)
            night.storage = report.storage
            return night
        }
        var reports: [RuleReport] = []
        for engine in engines {
            let setting = RuleSetting(storage: MemoryStorage()) { _ in engine }
            reports.append(await RuleNight(files.groups, on: setting).report(from: start, to: asOf))
        }
        return RuledNight(reports, files, in: folder)
    }

    /// When series were last collected before the instant; the instant itself if that is long ago,
    /// or not known.
    private static func lastSamples(of sources: [SourceState], before asOf: Instant) -> Instant {
        let times = sources.filter { $0.coverage != nil }.compactMap(\.lastSuccess)
        guard let last = times.filter({ $0 <= asOf }).max(),
            asOf.seconds(since: last) < RuledNight.length / 2
        else { return asOf }
        return last
    }
}
