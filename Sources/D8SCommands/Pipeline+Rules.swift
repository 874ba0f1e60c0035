import D8SAttention
import D8SHistory
import D8SModel
import D8SQuery

extension Pipeline {
    /// The rule files that the configuration names.
    var ruleFiles: RuleFiles {
        RuleFiles(configuration.rules, in: FilePath.folder(of: configuration.path))
    }

    /// What the rule files of the configuration say of the 24 hours before an instant.
    ///
    /// They are evaluated on the servers that sources name as their engines, if there are any, else
    /// on the history.
    ///
    /// - Parameters:
    ///   - asOf: The end of the night.
    ///   - files: The rules.
    ///   - sources: They say until when there are samples; rules that are evaluated later would
    ///     take everything for gone.
    ///   - servers: Those of the sources that name an engine.
    ///   - storage: The history, with its events if the rules ask for them.
    /// - Returns: The alerts, and what could not be evaluated.
    func ruled(
        asOf: Instant,
        _ files: RuleFiles,
        _ sources: [SourceState],
        _ servers: QueryServers,
        _ storage: EventStorage
    ) async -> RuledNight {
        let folder = FilePath.folder(of: configuration.path)
        let start = asOf.adding(seconds: -RuledNight.length)
        guard configuration.sources.contains(where: { $0.engine != nil }) else {
            let setting = RuleSetting(storage: storage) { EmbeddedEngine($0) }
            let end = Self.lastSamples(of: sources, before: asOf)
            let report = await RuleNight(files.groups, on: setting).report(from: start, to: end)
            return RuledNight([report], files, in: folder, storage: report.storage)
        }
        var reports: [RuleReport] = []
        for server in servers.answering {
            let setting = RuleSetting(storage: MemoryStorage()) { _ in server.engine(0) }
            reports.append(await RuleNight(files.groups, on: setting).report(from: start, to: asOf))
        }
        return RuledNight(reports, files, in: folder, storage: storage)
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
