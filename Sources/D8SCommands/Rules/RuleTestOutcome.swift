import D8SQuery

/// What a file of tests came to.
struct RuleTestOutcome {
    /// What a person is told of it.
    var lines: [String]
    var passed: Bool

    /// Reads and runs the tests of a file.
    static func of(_ path: String) async -> RuleTestOutcome {
        do throws(CommandError) {
            let reader = RuleTestFileReader(path: path, text: try TextFile.read(path))
            return await of(try reader.file())
        } catch {
            return failure(path, "\(error)".split(separator: "\n").map(String.init))
        }
    }

    private static func of(_ file: RuleTestFile) async -> RuleTestOutcome {
        let rules = RuleFiles(file.ruleFiles, in: FilePath.folder(of: file.file))
        // A pattern without files is no fault: Prometheus' own tool only warns of it.
        let unusable = rules.faults.filter { rules.files.contains($0.file) }
        guard unusable.isEmpty else { return failure(file.file, unusable.flatMap(\.reasons)) }
        let notes = rules.faults.flatMap { fault in fault.reasons.map { "\(fault.file): \($0)" } }
        let results = await RuleTestRun(file, groups: rules.groups).results()
        return outcome(of: file.file, results, notes)
    }

    private static func failure(_ path: String, _ reasons: [String]) -> RuleTestOutcome {
        RuleTestOutcome(lines: ["\(path): FAILED"] + reasons.map { "  " + $0 }, passed: false)
    }

    private static func outcome(
        of path: String,
        _ results: [RuleTestResult],
        _ notes: [String]
    ) -> RuleTestOutcome {
        let failed = results.filter { !$0.failures.isEmpty }
        let skipped = results.map(\.skipped).reduce(0, +)
        let left = skipped > 0 ? ["\(skipped) with native histograms were left out"] : []
        let verdict =
            failed.isEmpty
            ? "\(results.count) \(results.count == 1 ? "test" : "tests") passed"
            : "\(failed.count) of \(results.count) tests FAILED"
        var lines = ["\(path): \(verdict)"] + (notes + left).map { "  note: \($0)" }
        for result in failed {
            lines.append("  line \(result.line)\(result.name.isEmpty ? "" : " \(result.name)"):")
            lines += result.failures.flatMap(\.lines).map { "    " + $0 }
        }
        return RuleTestOutcome(lines: lines, passed: failed.isEmpty)
    }
}
