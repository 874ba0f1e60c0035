import Foundation

/// The `d8s` binary that was built with the tests, run as a person runs it.
struct Program {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Where the command is run.
    var folder: URL
    /// Added to a clean environment.
    var environment: [String: String] = [:]

    static var binary: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("d8s")
    }

    /// Runs `d8s` with these arguments to its end.
    func run(_ arguments: String..., input: String = "") throws -> Result {
        try run(arguments: arguments, input: input)
    }

    func run(arguments: [String], input: String = "") throws -> Result {
        let files = try Scratch()
        defer { files.remove() }
        let process = try start(arguments, files: files, input: input)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: try files.text("output"),
            errors: try files.text("errors")
        )
    }

    /// Starts `d8s`; what it prints goes into `files`.
    func start(_ arguments: [String], files: Scratch, input: String = "") throws -> Process {
        try files.write(input, to: "input")
        try files.write("", to: "output")
        try files.write("", to: "errors")
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
            .merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: files.url("input"))
        process.standardOutput = try FileHandle(forWritingTo: files.url("output"))
        process.standardError = try FileHandle(forWritingTo: files.url("errors"))
        try process.run()
        return process
    }
}
