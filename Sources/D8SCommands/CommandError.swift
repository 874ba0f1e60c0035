/// Why a command cannot do what it was asked to.
enum CommandError: Error, Sendable {
    case configuration([ConfigurationProblem])
    case noConfiguration(path: String)
    case unreadable(file: String, reason: String)
    case unwritable(file: String, reason: String)
    case exists(file: String)
    case foreign(file: String)
    case acceptancesLeftOut(file: String)
    case noSuchItem(id: String, nearest: String?)
    case noSuchService(name: String, nearest: String?)
    case badArgument(name: String, value: String, form: String)
    case rejectedRows(Int)
    case sourcesFailed(failed: Int, of: Int)
    case checkFailed(failed: Int, of: Int)
    case noSuchCosts(source: String)
    case noSuchSource(name: String, nearest: String?)
    case unusableRules([RuleFileFault])
    case noSuchPack(name: String, nearest: String?)
    /// Neither charges nor clusters and runs say what costs are to be grouped by.
    case noCosts(by: String)
    /// No name means that several could be asked.
    case noSuchEngine(name: String?, engines: [String])
}

extension CommandError: CustomStringConvertible {
    var description: String {
        switch self {
        case .configuration(let problems):
            problems.map(\.description).joined(separator: "\n")
        case .noConfiguration(let path):
            "there is no \(path); run `d8s init` in a repository to write one, "
                + "or name another with --config"
        case .unreadable(let file, let reason): "cannot read \(file): \(reason)"
        case .unwritable(let file, let reason): "cannot write \(file): \(reason)"
        case .exists(let file):
            "\(file) is there already; use --force to write it anew"
        case .foreign(let file):
            "\(file) is no demo's, and is left alone; name another folder with --directory"
        case .acceptancesLeftOut(let file):
            "\(file) could not be read, so what it accepts is raised; mend it as said above"
        case .noSuchItem(let id, let nearest):
            "no item is called \(id)" + Self.mend(nearest, "run `d8s items` to see them")
        case .noSuchService(let name, let nearest):
            "no service is called \(name)" + Self.mend(nearest, "run `d8s dora` to see them")
        case .badArgument(let name, let value, let form):
            "\(name) has to be \(form), not \(value)"
        case .rejectedRows(let count):
            "\(count) \(count == 1 ? "row" : "rows") could not be used, as said above; all others are in"
        case .noSuchCosts(let source):
            "no bill of the source \(source) is meant; nothing was removed"
        case .noSuchSource(let name, let nearest):
            "no source is called \(name)" + Self.mend(nearest, "run `d8s sources` to see them")
        case .noSuchPack(let name, let nearest):
            "no pack is called \(name)" + Self.mend(nearest, "run `d8s packs` to see them")
        case .noCosts(let word):
            "no charge says its \(word), and of no cluster or pipeline is known what it cost in the "
                + "days of `allocation: {window: …}`. Collect one with a `kubernetes` source and "
                + "leave out --from, --to and --basis, or group by service or account"
        case .noSuchEngine(let name, let engines):
            (name.map { "no source called \($0) names an engine" }
                ?? "several sources name an engine")
                + "; say --engine " + (engines + ["history"]).joined(separator: " or ")
        case .unusableRules(let faults):
            faults.flatMap(\.lines).joined(separator: "\n")
        case .checkFailed(let failed, let total):
            "\(failed) of \(total) sources have to be mended, as said above"
        case .sourcesFailed(let failed, let total):
            "\(failed) of \(total) sources failed; what they brought before is kept"
        }
    }

    private static func mend(_ nearest: String?, _ otherwise: String) -> String {
        nearest.map { "; did you mean \($0)?" } ?? "; " + otherwise
    }
}
