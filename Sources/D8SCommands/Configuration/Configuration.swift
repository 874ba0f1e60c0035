import D8SAnalysis
import D8SModel
import D8SSite

/// Everything `d8s.yaml` says, checked and with its defaults filled in.
///
/// Paths are absolute: relative ones in the file are read from the file's own folder.
struct Configuration: Sendable {
    /// The file it was read from.
    var path: String
    var organisation: String
    var zone: Zone
    var language: Language
    /// The SQLite file.
    var history: String
    /// The folder that is published.
    var output: String
    /// The file of accepted items; it need not exist.
    var acceptances: String
    /// Where the site will be read; nil if unknown.
    var url: String?
    /// The environment whose deployments count.
    var environment: String
    /// Seconds after its as-of instant for which an edition may be read as the current state.
    var validFor: Double
    /// How many past editions stay in the site.
    var keptEditions: Int
    /// Seconds for which every sample is kept; what is older is there by the hour and by the day.
    var keepsSamples: Double
    /// Seconds for which hourly rollups are kept; daily ones stay.
    var keepsHours: Double
    /// The paper of the PDF summaries.
    var paper: Paper
    var policy: DeliveryPolicy
    /// Budgets, tags, and what the spend is divided by.
    var costs = CostPolicy()
    /// Prometheus' rule files: paths, folders and patterns, relative ones from the file's folder.
    var rules: [String] = []
    var sources: [SourceConfiguration]
    var packs: PackSettings
    /// What clusters and pipelines cost, and how that is shared.
    var allocation = CostSettings()
    /// The as-of instant of a history that does not grow, such as a demo; nil means now.
    var asOf: Instant?

    /// What an empty file in this folder means.
    static func defaults(path: String, folder: String) -> Configuration {
        Configuration(
            path: path,
            organisation: FilePath.lastComponent(folder),
            zone: .utc,
            language: .english,
            history: folder + "/history.sqlite",
            output: folder + "/output",
            acceptances: folder + "/accepted.yaml",
            environment: "production",
            validFor: 36 * 3600,
            keptEditions: 30,
            keepsSamples: 90 * 86_400,
            keepsHours: 730 * 86_400,
            paper: .a4,
            policy: DeliveryPolicy(),
            sources: [],
            packs: PackSettings(folder: folder + "/packs")
        )
    }
}
