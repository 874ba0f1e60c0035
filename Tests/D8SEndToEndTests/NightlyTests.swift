import Foundation
import Testing

/// The main job as a person runs it, on a demo history.
struct NightlyTests {
    /// A demo organisation's folder, with its history and configuration.
    private func demo(services: Int = 3, seed: Int = 1) throws -> Scratch {
        let scratch = try Scratch()
        let result = try Program(folder: scratch.folder)
            .run(
                arguments: ["demo", "--directory", ".", "--days", "250"]
                    + ["--services", "\(services)", "--seed", "\(seed)"]
            )
        try #require(result.status == 0, "\(result.errors)")
        return scratch
    }

    @Test func `the same history, configuration and as-of give the same bytes`() throws {
        let scratch = try demo()
        defer { scratch.remove() }
        let here = Program(folder: scratch.folder)
        let elsewhere = Program(
            folder: scratch.folder,
            environment: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"]
        )
        #expect(try here.run("nightly", "--output", "first").status == 0)
        #expect(try elsewhere.run("nightly", "--output", "second").status == 0)
        let first = try scratch.tree("first"), second = try scratch.tree("second")
        #expect(first.count > 30)
        #expect(first.keys.sorted() == second.keys.sorted())
        for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
    }

    @Test func `the same seed gives the same site, another seed another one`() throws {
        let left = try demo(), right = try demo(), other = try demo(seed: 2)
        defer { [left, right, other].forEach { $0.remove() } }
        for scratch in [left, right, other] {
            #expect(try Program(folder: scratch.folder).run("nightly").status == 0)
        }
        let first = try left.tree("output"), second = try right.tree("output")
        #expect(first == second)
        #expect(try other.tree("output") != first)
    }

    @Test func `a job that is killed at any moment leaves a whole edition`() throws {
        let scratch = try demo(services: 2)
        defer { scratch.remove() }
        let program = Program(folder: scratch.folder)
        #expect(try program.run("nightly").status == 0)
        let clock = ContinuousClock()
        let whole = try clock.measure { _ = try program.run("nightly") }
        var generator = SplitMix64(state: 20_261_120)
        for round in 0..<50 {
            let files = try Scratch()
            defer { files.remove() }
            let asOf = round % 2 == 0 ? "2026-11-19" : "2026-11-20T02:00:00Z"
            let process = try program.start(["nightly", "--as-of", asOf], files: files)
            let share = Double(generator.next() % 1000) / 1000
            Thread.sleep(forTimeInterval: whole / .seconds(1) * share)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try expectWhole(scratch.url("output"))
        }
        #expect(try program.run("nightly").status == 0)
        try expectWhole(scratch.url("output"))
        let work = scratch.url(".output.d8s").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: work) == ["lock"])
    }

    /// Every file that the edition lists is there with its digest, and its twin unpacks to it.
    private func expectWhole(_ output: URL) throws {
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        check.arguments = ["python3", "-c", Self.verifier, output.path]
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0)
    }

    private static let verifier = """
        import gzip, hashlib, json, os, sys
        root = sys.argv[1]
        edition = json.load(open(f"{root}/edition.json"))
        assert len(edition["files"]) > 20
        for file in edition["files"]:
            data = open(f"{root}/{file['path']}", "rb").read()
            assert hashlib.sha256(data).hexdigest() == file["sha256"], file["path"]
            twin = f"{root}/{file['path']}.gz"
            assert not os.path.exists(twin) or gzip.open(twin).read() == data, twin
        """
}

/// Steele, Lea & Flood 2014, so that the moments are the same in every run.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
