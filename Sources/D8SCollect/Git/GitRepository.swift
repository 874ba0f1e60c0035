import Glibc

/// A repository that `git` reads for us: bare, a work tree, a linked one, or a folder inside one.
///
/// Its configuration cannot change what is read: no replacements, no grafts, no pager, no other
/// configuration files, no network, no questions, English messages.
struct GitRepository: Hashable, Sendable {
    let path: String
    /// The program; only tests name another one.
    var program = "git"

    /// Fails unless `git` finds a repository at the path.
    init(path: String, program: String = "git") throws(CollectError) {
        self.path = path
        self.program = program
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .noRepository(path: path)
        }
        do throws(CollectError) {
            _ = try line(["rev-parse", "--git-dir"])
        } catch .gitFailed(_, _, _, let message) where Self.meansNoRepository(message) {
            throw .noRepository(path: path)
        }
    }

    /// Runs a command and hands over what it prints, record by record, as it comes.
    ///
    /// The command is our own words and flags only; whatever a repository or a person named goes
    /// through `input`, where nothing can be taken for an option. Returns what `git` warned of.
    @discardableResult
    func run(
        _ command: [String],
        input: String = "",
        separator: UInt8,
        each: (ArraySlice<UInt8>) throws -> Void
    ) throws(CollectError) -> [String] {
        var splitter = RecordSplitter(separator: separator)
        let end: SubprocessEnd
        do {
            end = try subprocess(command).run(input: Array(input.utf8)) { piece in
                try splitter.split(piece, each: each)
            }
            if end.status == 0 { try splitter.finish(each: each) }
        } catch SubprocessError.cannotStart(let reason) {
            throw .gitUnavailable(reason: reason)
        } catch let error as CollectError {
            throw error
        } catch {
            throw unexpected(command, "\(error)")
        }
        guard end.status == 0 else { throw failed(command, end) }
        return end.errors.split(whereSeparator: \.isNewline).map { String($0) }
    }

    /// What a command prints, without the newline at its end.
    func line(_ command: [String], input: String = "") throws(CollectError) -> String {
        var bytes: [UInt8] = []
        try run(command, input: input, separator: 0) { bytes += $0 }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a command prints; nil if it ends with status 1, which means *there is none*.
    func lineIfAny(_ command: [String]) throws(CollectError) -> String? {
        do throws(CollectError) {
            return try line(command)
        } catch .gitFailed(_, _, 1, _) {
            return nil
        }
    }

    func unexpected(_ command: [String], _ reason: String) -> CollectError {
        .unexpectedGitOutput(path: path, command: command.first ?? "", reason: reason)
    }

    private func failed(_ command: [String], _ end: SubprocessEnd) -> CollectError {
        .gitFailed(
            path: path,
            command: command.first ?? "",
            status: end.status,
            message: String(end.errors.reversed().drop(while: \.isNewline).reversed())
        )
    }

    private func subprocess(_ command: [String]) -> Subprocess {
        Subprocess(
            executable: program,
            arguments: ["-C", path] + Self.flags + command,
            environment: Self.environment
        )
    }

    private static func meansNoRepository(_ message: String) -> Bool {
        message.contains("not a git repository") || message.contains("cannot change to")
    }

    private static let flags = [
        "--no-pager", "--no-replace-objects",
        // It was named in the configuration: whoever owns its files, it is meant to be read.
        "-c", "safe.directory=*",
        "-c", "i18n.logOutputEncoding=UTF-8",
        "-c", "log.showSignature=false",
        "-c", "core.fsmonitor=false",
        "-c", "advice.graftFileDeprecated=false",
        "-c", "core.commitGraph=true",
    ]

    private static let environment = [
        "LC_ALL=C", "TZ=UTC", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_GRAFT_FILE=/dev/null",
        // A partial clone would fetch what it lacks.
        "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
        "PATH=" + searchPath,
    ]

    /// Where the programs lie that `git` itself calls.
    private static var searchPath: String {
        guard let path = getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
        return String(cString: path)
    }
}
