import D8SAnalysis
import D8SModel
import D8SSite
import Yams

/// Reads `d8s.yaml`: every problem is reported at once, each with its line.
struct ConfigurationReader {
    /// Absolute path of the file.
    let path: String

    private var folder: String { FilePath.folder(of: path) }

    /// The configuration in this text.
    ///
    /// - Throws: `CommandError.configuration` with every problem found.
    func read(_ text: String) throws(CommandError) -> Configuration {
        let root = try YAMLText.mapping(text, file: path)
        var reader = MappingReader(root, file: path, title: "the file")
        var configuration = Configuration.defaults(path: path, folder: folder)
        readSite(&reader, into: &configuration)
        readDelivery(&reader, into: &configuration)
        configuration.costs = CostsReader.read(&reader, file: path)
        configuration.rules = reader.strings("rules") ?? []
        configuration.sources = sources(&reader, environment: configuration.environment)
        configuration.packs = PackSettings.read(&reader, in: folder)
        let rates = RatesReader(file: path).read(&reader)
        configuration.allocation = AllocationReader(file: path).read(&reader, rates: rates)
        let problems = reader.finish().sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        guard problems.isEmpty else { throw .configuration(problems) }
        return configuration
    }

    private func readSite(_ reader: inout MappingReader, into result: inout Configuration) {
        result.organisation = reader.string("organisation") ?? result.organisation
        result.zone =
            reader.value("timezone", form: "an IANA name such as Europe/London") {
                Zone(identifier: $0)
            } ?? result.zone
        result.language = reader.choice("language", Language.self) ?? result.language
        result.paper = reader.choice("paper", Paper.self) ?? result.paper
        result.url =
            reader.value("url", form: "an address such as https://reports.example") {
                $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
            } ?? result.url
        result.history = path(&reader, "history") ?? result.history
        result.output = path(&reader, "output") ?? result.output
        result.acceptances = path(&reader, "accepted") ?? result.acceptances
        result.validFor = reader.duration("valid_for") ?? result.validFor
        result.keepsSamples = reader.duration("keep_samples") ?? result.keepsSamples
        result.keepsHours = reader.duration("keep_hourly") ?? result.keepsHours
        result.asOf = reader.value("as_of", form: "an instant such as 2026-11-20T02:00:00Z") {
            Instant(iso8601: $0)
        }
        result.keptEditions =
            reader.value("keep_editions", form: "a whole number from 0 to 3650") {
                Int($0).flatMap { (0...3650).contains($0) ? $0 : nil }
            } ?? result.keptEditions
    }

    private func readDelivery(_ reader: inout MappingReader, into result: inout Configuration) {
        result.environment = reader.string("environment") ?? result.environment
        var policy = result.policy
        policy.windowDays =
            reader.value("window", form: "7d to 730d", DeliveryOptions.windowDays)
            ?? policy.windowDays
        policy.leadTimeFrom =
            reader.choice("lead_time_from", DeliveryPolicy.LeadTimeStart.self)
            ?? policy.leadTimeFrom
        policy.incidentWithin = reader.duration("incident_within") ?? policy.incidentWithin
        policy.jobsWithin = jobsWithin(&reader) ?? policy.jobsWithin
        policy.countedRework = rework(&reader) ?? policy.countedRework
        policy.targets = TargetsReader(file: path).read(&reader)
        result.policy = policy
    }

    /// 0 in the file means that every job is a deployment, which the policy says with less than 0.
    private func jobsWithin(_ reader: inout MappingReader) -> Double? {
        reader.value("jobs_within", form: "a length of time such as 30m, or 0") {
            $0 == "0" ? -1 : DurationText.seconds($0)
        }
    }

    private func rework(_ reader: inout MappingReader) -> Set<ReworkReason>? {
        guard let node = reader.node("rework") else { return nil }
        let reasons = (node.sequence.map(Array.init) ?? [node]).map { entry in
            (entry, entry.string.flatMap(ReworkReason.init(rawValue:)))
        }
        let words = ReworkReason.allCases.map(\.rawValue).joined(separator: ", ")
        for (entry, reason) in reasons where reason == nil {
            reader.note(entry, "`rework` is a list of some of \(words)")
        }
        return Set(reasons.compactMap(\.1))
    }

    private func sources(
        _ reader: inout MappingReader,
        environment: String
    ) -> [SourceConfiguration] {
        guard let node = reader.node("sources") else { return [] }
        guard let entries = node.sequence else {
            reader.note(node, "`sources` has to be a list of entries: \(SourceKinds.usage)")
            return []
        }
        let place = SourcePlace(folder: folder, environment: environment)
        var names: Set<String> = []
        return entries.flatMap { entry in
            var source = SourceReader(place: place, file: path, entry: entry)
            let result = source.read()
            reader.absorb(source.problems)
            for source in result where !names.insert(source.name).inserted {
                reader.note(entry, "a second source is called \(source.name); give it a name")
            }
            return result
        }
    }

    private func path(_ reader: inout MappingReader, _ key: String) -> String? {
        reader.string(key).map { FilePath.absolute($0, in: folder) }
    }
}
