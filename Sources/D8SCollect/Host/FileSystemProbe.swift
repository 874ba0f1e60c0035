import Dispatch
import Synchronization

/// Asks file systems for their sizes and waits for none that hangs, such as that of a dead server.
///
/// A thread that asked one that hangs cannot be ended; so that there is never more than one for
/// each, a path whose answer is still awaited is not asked again.
final class FileSystemProbe: Sendable {
    enum Answer: Hashable, Sendable {
        case size(FileSystemSize)
        case failed
        case hangs
    }

    /// Paths asked at once.
    private static let width = 8

    private let seconds: Double
    private let ask: @Sendable (String) -> FileSystemSize?
    private let awaited = Mutex<Set<String>>([])

    /// - Parameters:
    ///   - seconds: How long all answers together may take.
    ///   - ask: The size of the file system at a path; nil if it fails.
    init(
        seconds: Double = 5,
        ask: @escaping @Sendable (String) -> FileSystemSize? = FileSystemSize.of
    ) {
        self.seconds = seconds
        self.ask = ask
    }

    /// The answer for each path; holds the calling thread up for `seconds` at most.
    func answers(for paths: Set<String>) -> [String: Answer] {
        let round = Round(paths.subtracting(awaited.withLock(\.self)))
        let group = DispatchGroup()
        for number in 0..<min(Self.width, paths.count) {
            DispatchQueue(label: "statvfs-\(number)").async(group: group) { [self] in
                while let path = round.next() {
                    awaited.withLock { _ = $0.insert(path) }
                    let size = ask(path)
                    awaited.withLock { _ = $0.remove(path) }
                    round.record(size.map(Answer.size) ?? .failed, of: path)
                }
            }
        }
        _ = group.wait(timeout: .now() + seconds)
        let answers = round.close()
        return Dictionary(uniqueKeysWithValues: paths.map { ($0, answers[$0] ?? .hangs) })
    }
}

/// The paths of one round, of which several threads take one after the other.
private final class Round: Sendable {
    private struct State {
        var left: [String]
        var answers: [String: FileSystemProbe.Answer] = [:]
    }

    private let state: Mutex<State>

    init(_ paths: Set<String>) {
        state = Mutex(State(left: paths.sorted().reversed()))
    }

    func next() -> String? { state.withLock { $0.left.popLast() } }

    func record(_ answer: FileSystemProbe.Answer, of path: String) {
        state.withLock { $0.answers[path] = answer }
    }

    /// What is known; nothing more is asked.
    func close() -> [String: FileSystemProbe.Answer] {
        state.withLock { state in
            state.left = []
            return state.answers
        }
    }
}
