import Foundation
import Glibc

/// A shell command that can be run and measured.
struct Command {
    /// What it is called in the table.
    var name: String
    /// A command line for `sh -c`; what it prints is thrown away.
    var line: String

    /// Runs it once.
    ///
    /// Nil if it could not be started or ended with an error.
    func run() -> Cost? {
        let clock = ContinuousClock()
        let begin = clock.now
        var pid = pid_t()
        let text = ["sh", "-c", "exec >/dev/null; " + line]
        let words = text.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        guard posix_spawn(&pid, "/bin/sh", nil, nil, words, environ) == 0 else {
            return nil
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(pid, &status, 0, &usage) == pid, status == 0 else { return nil }
        let wall = (clock.now - begin) / .seconds(1)
        return Cost(
            cpu: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            wall: wall,
            memory: Double(usage.ru_maxrss) / 1024
        )
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
