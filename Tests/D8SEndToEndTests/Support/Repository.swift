import Foundation

/// Small git repositories for tests.
enum Repository {
    /// A repository with so many releases, one every third day up to 19 November 2026.
    static func withReleases(count: Int) throws -> Scratch {
        let scratch = try Scratch()
        let last = 1_795_082_400  // 2026-11-19T10:00:00Z
        var stream = ""
        for release in 0..<count {
            let time = last - (count - 1 - release) * 3 * 86_400
            for commit in 0..<3 {
                let authored = time - (3 - commit) * 7200
                stream += """
                    commit refs/heads/main
                    author Ana <ana@example.org> \(authored) +0000
                    committer Ana <ana@example.org> \(authored) +0000
                    data 6
                    Change
                    """ + "\n"
            }
            stream += """
                tag v1.\(release).0
                from refs/heads/main
                tagger Ana <ana@example.org> \(time) +0000
                data 7
                Release
                """ + "\n"
        }
        try scratch.write(stream, to: "stream")
        try shell("git init -q -b main . && git fast-import --quiet < stream && rm stream", scratch)
        return scratch
    }

    private static func shell(_ command: String, _ scratch: Scratch) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", command]
        process.currentDirectoryURL = scratch.folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
}
