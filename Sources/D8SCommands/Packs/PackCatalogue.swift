import D8SModel
import Foundation

/// The packs of a configuration: those in the binary, and one's own in their place or beside them.
enum PackCatalogue {
    /// All that are wanted, by name.
    ///
    /// - Throws: `CommandError.configuration` with every problem of every file, `.unreadable`,
    ///   `.noSuchPack` for one that is off and not there.
    static func packs(_ settings: PackSettings) throws(CommandError) -> [Pack] {
        let (packs, problems) = read(settings)
        if let first = problems.first {
            let all = problems.flatMap(\.configurationProblems)
            throw all.isEmpty ? first : .configuration(all)
        }
        return packs
    }

    /// The same without those that cannot be used: a night without an edition is easier to overlook
    /// than an item.
    static func selection(_ settings: PackSettings) -> PackSelection {
        let (packs, problems) = read(settings)
        return PackSelection(packs: packs, problems: problems.flatMap(\.lines))
    }

    private static func read(_ settings: PackSettings) -> ([Pack], [CommandError]) {
        var packs: [String: Pack] = [:]
        var problems: [CommandError] = []
        let shipped = Resources.packs.sorted { $0.key < $1.key }
            .map { (file: "templates/packs/\($0.key).yaml", text: $0.value) }
        for entry in shipped {
            take(&packs, &problems) { () throws(CommandError) in
                try PackReader.read(entry.text, file: entry.file)
            }
        }
        var mine: [String: Pack] = [:]
        for file in files(in: settings.folder, &problems) {
            take(&mine, &problems) { () throws(CommandError) in
                try PackReader.read(try TextFile.read(file), file: file)
            }
        }
        packs.merge(mine) { _, own in own }
        if let unknown = settings.off.subtracting(packs.keys).min() {
            let nearest = NearestName.of(unknown, among: packs.keys.sorted())
            problems.append(.noSuchPack(name: unknown, nearest: nearest))
        }
        let wanted = packs.values.filter { !settings.off.contains($0.name) }
        return (wanted.sorted { $0.name < $1.name }, problems)
    }

    private static func take(
        _ packs: inout [String: Pack],
        _ problems: inout [CommandError],
        _ read: () throws(CommandError) -> Pack
    ) {
        do throws(CommandError) {
            let pack = try read()
            if let twin = packs[pack.name] {
                problems.append(
                    .configuration([
                        .init(file: pack.file, line: 1, column: 1, reason: twinReason(twin))
                    ])
                )
            } else {
                packs[pack.name] = pack
            }
        } catch {
            problems.append(error)
        }
    }

    private static func twinReason(_ twin: Pack) -> String {
        "\(twin.file) is the pack `\(twin.name)`, too; keep one"
    }

    /// One's own files, in the order of their names; none if there is no such folder.
    private static func files(in folder: String, _ problems: inout [CommandError]) -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
                .sorted().map { folder + "/" + $0 }
        } catch {
            problems.append(.unreadable(file: folder, reason: TextFile.reason(of: error)))
            return []
        }
    }
}

extension CommandError {
    /// The places in files that it is about; empty for another kind of error.
    fileprivate var configurationProblems: [ConfigurationProblem] {
        guard case .configuration(let problems) = self else { return [] }
        return problems
    }

    /// A line for each thing that is wrong.
    fileprivate var lines: [String] {
        let places = configurationProblems
        return places.isEmpty ? [description] : places.map(\.description)
    }
}
