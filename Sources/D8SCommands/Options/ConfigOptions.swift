import ArgumentParser
import D8SModel
import Foundation

/// The flags that every command shares.
struct ConfigOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The configuration file.")
    var config = "d8s.yaml"

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    /// The configuration; the defaults of this folder if nobody wrote or named a file.
    func loadOrDefaults() throws(CommandError) -> Configuration {
        let folder = FileManager.default.currentDirectoryPath
        let path = FilePath.absolute(config, in: folder)
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || config != "d8s.yaml" else {
            return .defaults(path: path, folder: folder)
        }
        return try load()
    }

    /// The same where something was collected before; a folder with neither configuration nor
    /// history is a slip.
    func loadForHistory() throws(CommandError) -> Configuration {
        let configuration = try loadOrDefaults()
        let files = [configuration.path, configuration.history]
        guard files.contains(where: FileManager.default.fileExists) else {
            throw .noConfiguration(path: configuration.path)
        }
        return configuration
    }

    /// The configuration that is written in the file.
    func load() throws(CommandError) -> Configuration {
        let path = FilePath.absolute(config, in: FileManager.default.currentDirectoryPath)
        guard FileManager.default.fileExists(atPath: path) else {
            throw .noConfiguration(path: path)
        }
        return try ConfigurationReader(path: path).read(try TextFile.read(path))
    }
}
