import Testing

@testable import D8SCollect

struct SubprocessTests {
    private func shell(_ script: String) -> Subprocess {
        Subprocess(executable: "/bin/sh", arguments: ["-c", script], environment: ["A=b"])
    }

    @Test func `five megabytes go in and come out without either side waiting`() throws {
        let input = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var output: [UInt8] = []
        let end = try Subprocess(executable: "cat", arguments: [], environment: [])
            .run(input: input) { output += $0 }
        #expect(end.status == 0)
        #expect(output == input)
    }

    @Test func `a flood of complaints neither blocks nor fills the memory`() throws {
        let script = "head -c 3000000 /dev/zero | tr '\\0' x >&2; echo done"
        var output: [UInt8] = []
        let end = try shell(script).run { output += $0 }
        #expect(String(decoding: output, as: UTF8.self) == "done\n")
        #expect(end.errors == String(repeating: "x", count: Subprocess.errorLimit))
    }

    @Test func `only the given environment is seen`() throws {
        var output: [UInt8] = []
        _ = try shell("/usr/bin/env").run { output += $0 }
        let names = String(decoding: output, as: UTF8.self).split(separator: "\n")
        // The shell adds PWD (and some shells _ and SHLVL) by itself.
        #expect(names.contains("A=b"))
        #expect(!names.contains { $0.hasPrefix("HOME=") })
    }

    @Test(arguments: [("exit 3", 3), ("kill -9 $$", 137), ("true", 0)])
    func `the status tells of exits and signals`(script: String, status: Int) throws {
        #expect(try shell(script).run { _ in }.status == status)
    }

    @Test func `a program that is not there is an error and not a crash`() {
        let program = Subprocess(executable: "no-such-program", arguments: [], environment: [])
        #expect(throws: SubprocessError.cannotStart(reason: "No such file or directory")) {
            try program.run { _ in }
        }
    }

    @Test func `a program that never ends is ended when its reader fails`() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try shell("while :; do echo y; done").run { _ in throw Enough() }
        }
    }

    @Test func `input that nobody reads is dropped`() throws {
        let input = [UInt8](repeating: 0, count: 3_000_000)
        #expect(try shell("exit 0").run(input: input) { _ in }.status == 0)
    }
}
