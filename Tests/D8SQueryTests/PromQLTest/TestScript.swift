import D8SModel

/// A script in Prometheus' language for tests of PromQL (promql/promqltest/README.md).
struct TestScript {
    enum Command {
        case clear
        case load(TestLoad)
        case evaluate(TestCase)
    }

    struct Fault: Error {
        let line: Int
        let text: String
    }

    private(set) var commands: [Command] = []

    init(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.plain)
        var number = 0
        while number < lines.count {
            let line = lines[number]
            let start = number
            number += 1
            if line.isEmpty { continue }
            var block: [String] = []
            while number < lines.count, !lines[number].isEmpty, line != "clear" {
                block.append(lines[number])
                number += 1
            }
            commands.append(try Self.command(line, block, at: start + 1))
        }
    }

    /// A comment is as good as an empty line.
    private static func plain(_ line: Substring) -> String {
        let trimmed = line.trimmed
        return trimmed.hasPrefix("#") ? "" : trimmed
    }

    private static func command(
        _ line: String,
        _ block: [String],
        at number: Int
    ) throws -> Command {
        if line == "clear" { return .clear }
        if line.hasPrefix("load") { return .load(try TestLoad(line, block, at: number)) }
        if line.hasPrefix("eval") { return .evaluate(try TestCase(line, block, at: number)) }
        throw Fault(line: number, text: line)
    }
}

extension StringProtocol {
    /// The text without blanks around it.
    var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
    }
}
