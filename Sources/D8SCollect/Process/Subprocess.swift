import Glibc

/// A program to run, with exactly these arguments and this environment: no shell reads them.
struct Subprocess: Hashable, Sendable {
    /// Looked up in `PATH` if it holds no slash.
    let executable: String
    let arguments: [String]
    /// Entries of the form `NAME=value`; nothing else is inherited.
    let environment: [String]

    /// How much of the standard error is kept, in bytes: its beginning, where the cause stands.
    static let errorLimit = 8192

    /// Runs the program to its end and hands over its standard output in pieces as they come.
    ///
    /// One loop feeds and reads all three streams, so that neither side can wait for the other. If
    /// `output` throws, the program is ended and the error is passed on.
    func run(
        input: [UInt8] = [],
        output: (ArraySlice<UInt8>) throws -> Void
    ) throws -> SubprocessEnd {
        let streams = try (input: Channel(), output: Channel(), errors: Channel())
        let child = try start(streams.input, streams.output, streams.errors)
        for stream in [streams.input, streams.output, streams.errors] { stream.closeFar() }
        do {
            var errors: [UInt8] = []
            try Self.exchange(input[...], streams.input, [streams.output, streams.errors]) {
                stream,
                piece in
                if stream === streams.output {
                    try output(piece)
                } else {
                    errors += piece.prefix(Self.errorLimit - errors.count)
                }
            }
            let words = String(decoding: errors, as: UTF8.self)
            return SubprocessEnd(status: Self.wait(for: child), errors: words)
        } catch {
            kill(child, SIGKILL)
            _ = Self.wait(for: child)
            throw error
        }
    }

    private func start(_ input: Channel, _ output: Channel, _ errors: Channel) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream.far, Int32(number))
        }
        let words = ([executable] + arguments).map { strdup($0) }
        let variables = environment.map { strdup($0) }
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(
            &child,
            executable,
            &actions,
            nil,
            words + [nil],
            variables + [nil]
        )
        guard code == 0 else {
            throw SubprocessError.cannotStart(reason: String(cString: strerror(code)))
        }
        return child
    }

    /// Sends the input and hands over what comes, until all readers are at their end.
    private static func exchange(
        _ input: ArraySlice<UInt8>,
        _ writer: Channel,
        _ readers: [Channel],
        each: (Channel, ArraySlice<UInt8>) throws -> Void
    ) throws {
        var input = input
        var open = readers
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        if input.isEmpty { writer.closeNear() }
        while !open.isEmpty {
            var polled = open.map { pollfd(fd: $0.near, events: Int16(POLLIN), revents: 0) }
            // A closed end is -1, which poll passes over.
            polled.append(pollfd(fd: writer.near, events: Int16(POLLOUT), revents: 0))
            guard poll(&polled, nfds_t(polled.count), -1) >= 0 else {
                if errno == EINTR { continue }
                throw SubprocessError.cannotRead(reason: String(cString: strerror(errno)))
            }
            if polled.last?.revents != 0 { writer.send(&input) }
            for (reader, poll) in zip(open, polled) where poll.revents != 0 {
                let count = try reader.receive(into: &buffer)
                if count == 0 { open.removeAll { $0 === reader } }
                if count > 0 { try each(reader, buffer[..<count]) }
            }
        }
    }

    private static func wait(for child: pid_t) -> Int {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return 128 }
        }
        let signal = status & 0x7f
        return Int(signal == 0 ? (status >> 8) & 0xff : 128 + signal)
    }
}
