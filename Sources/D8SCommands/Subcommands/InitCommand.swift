import ArgumentParser
import D8SCollect
import Foundation

/// The command `d8s init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract:
            "Writes a commented d8s.yaml; finds the repository and its release tags by itself.",
        discussion: """
            Examples:
              d8s init
              d8s init --directory ~/src/checkout --config /srv/reports/d8s.yaml
            """
    )

    @Option(help: ArgumentHelp("The repository to look at.", valueName: "dir"))
    var directory = "."

    @Option(name: .shortAndLong, help: "The file to write.")
    var config = "d8s.yaml"

    @Flag(help: "Write the file anew if it is there.")
    var force = false

    func run() async throws {
        let here = FileManager.default.currentDirectoryPath
        let target = FilePath.absolute(config, in: here)
        guard force || !FileManager.default.fileExists(atPath: target) else {
            throw CommandError.exists(file: target)
        }
        let found = try GitDiscovery(at: FilePath.absolute(directory, in: here))
        let text = ConfigurationText(
            organisation: FilePath.lastComponent(found.repository),
            sources: found.services.map { service in
                .init(
                    repository: FilePath.relative(
                        found.repository,
                        to: FilePath.folder(of: target)
                    ),
                    service: service.name,
                    tags: service.tagPatterns,
                    reason: service.patternReason
                )
            }
        )
        try TextFile.write(text.text, to: target)
        print("Wrote \(target)")
        for service in found.services {
            let found = "\(service.name) (\(service.nameReason)): \(service.patternReason)"
            print("  " + TerminalText.line(found))
        }
        for note in found.notes { print("  " + TerminalText.line(note)) }
        print("Next: d8s nightly")
    }
}
