import ArgumentParser
import Foundation

/// The rule files that a command is about.
struct RuleFilesOptions: ParsableArguments {
    @Argument(
        help: "Rule files, folders and patterns; those of the configuration if none is named."
    )
    var files: [String] = []

    @OptionGroup var config: ConfigOptions

    /// The rules in the files.
    ///
    /// - Throws: `CommandError` if the configuration is needed and cannot be read.
    func load() throws(CommandError) -> RuleFiles {
        guard files.isEmpty else {
            return RuleFiles(files, in: FileManager.default.currentDirectoryPath)
        }
        let configuration = try config.load()
        return RuleFiles(configuration.rules, in: FilePath.folder(of: configuration.path))
    }
}
