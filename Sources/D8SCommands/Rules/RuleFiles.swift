import D8SCollect
import D8SQuery

/// The rules that files, folders and patterns name.
struct RuleFiles {
    /// The groups of all files that can be used, in the order of the files.
    private(set) var groups: [RuleGroup] = []
    /// The files that were read.
    private(set) var files: [String] = []
    /// What cannot be used: such a file is left out whole.
    private(set) var faults: [RuleFileFault] = []

    /// Reads the files that these patterns name; relative ones are in `folder`.
    init(_ patterns: [String], in folder: String) {
        var known: Set<String> = []
        for pattern in patterns {
            let path = FilePath.absolute(pattern, in: folder)
            do throws(CollectError) {
                let found = try FileList.files([path])
                if found.isEmpty {
                    faults.append(RuleFileFault(file: path, reasons: ["no file has this name"]))
                }
                for file in found where known.insert(file).inserted { read(file) }
            } catch {
                faults.append(RuleFileFault(file: path, reasons: ["\(error)"]))
            }
        }
    }

    private mutating func read(_ file: String) {
        files.append(file)
        do throws(CommandError) {
            groups += try RuleFileReader(path: file, text: try TextFile.read(file)).groups()
        } catch {
            let lines = "\(error)".split(separator: "\n").map(String.init)
            faults.append(RuleFileFault(file: file, reasons: lines))
        }
    }
}

/// A rule file that cannot be used, with every reason.
struct RuleFileFault: Hashable, Sendable {
    var file: String
    /// One line each; at least one.
    var reasons: [String]
}

extension RuleFileFault {
    /// Each reason with the file that it is about.
    var lines: [String] {
        reasons.map { $0.contains(file) ? $0 : "\(file): \($0)" }
    }
}
