import Foundation

extension ServerFolder {
    /// Runs a program in the folder to its end and returns what it printed.
    ///
    /// - Throws: `TestServer.Failure` with its words if it failed.
    @discardableResult
    package func run(_ command: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TestServer.Failure(description: "\(command.joined(separator: " ")): \(text)")
        }
        return text
    }
}
