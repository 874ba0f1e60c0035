import ArgumentParser
import D8SModel
import Foundation

/// The flags that every command shares.
struct ConfigOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The configuration file.")
    var config = "d8s.yaml"

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    /// The configuration, or the defaults of this folder if the default file is not there.
    func load() throws(CommandError) -> Configuration {
        let path = FilePath.absolute(config, in: FileManager.default.currentDirectoryPath)
        guard FileManager.default.fileExists(atPath: path) else {
            throw .noConfiguration(path: path)
        }
        return try ConfigurationReader(path: path).read(try TextFile.read(path))
    }
}
