package import Foundation

/// A program that a test started and that is ended, by its process id, when this goes.
package final class TestServer: Sendable {
    package let process: pid_t
    /// What it prints, both streams together.
    package let log: String
    /// Lives as long as the program that runs in it.
    private let folder: ServerFolder

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts a program and waits until it takes connections at a port of 127.0.0.1.
    ///
    /// The program is looked up in the usual folders; it runs in `folder`, where its output is kept.
    /// Without a port it is not waited for.
    package init(
        _ command: [String],
        port: Int?,
        in folder: ServerFolder,
        environment: [String: String] = [:]
    ) throws {
        self.folder = folder
        log = folder.path + "/" + (command.first ?? "").split(separator: "/").joined() + ".log"
        process = try Self.start(command, log: log, folder: folder.path, environment)
        if let port { try wait(for: port, seconds: 20) }
    }

    deinit {
        kill(process, SIGTERM)
        for _ in 0..<200 {
            if waitpid(process, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// Waits until somebody takes connections at this port.
    package func wait(for port: Int, seconds: Int) throws {
        for _ in 0..<seconds * 50 {
            if FreePort.answers(port) { return }
            if waitid(P_PID, id_t(process), nil, WEXITED | WNOHANG | WNOWAIT) == 0, hasEnded {
                throw Failure(description: "The server ended: \(output)")
            }
            usleep(20_000)
        }
        throw Failure(description: "The server does not listen at \(port): \(output)")
    }

    package var output: String {
        String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
    }

    /// A process that ended is a zombie until it is waited for.
    private var hasEnded: Bool {
        let stat = FileManager.default.contents(atPath: "/proc/\(process)/stat") ?? Data()
        return String(decoding: stat, as: UTF8.self).contains(") Z ")
    }

    private static func start(
        _ command: [String],
        log: String,
        folder: String,
        _ environment: [String: String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let mode: mode_t = 0o600
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, mode)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let path = "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        let variables =
            [path] + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let words = (["/usr/bin/env", "-C", folder] + command).map { strdup($0) } + [nil]
        let settings = variables.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/usr/bin/env", &actions, nil, words, settings)
        guard code == 0 else { throw Failure(description: String(cString: strerror(code))) }
        return process
    }
}
