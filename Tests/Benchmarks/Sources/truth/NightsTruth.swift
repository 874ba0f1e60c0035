import Foundation

/// How often the nightly look at trends is wrong on healthy series, and how soon it shows a change
/// that was planted in one of 10,000.
struct NightsTruth {
    var d8s: String
    /// All 10,000 series for 365 nights, which takes an hour; else 700 of them.
    var isFull: Bool

    /// Rows of a Markdown table.
    func rows() -> [String] {
        healthy() + planted()
    }

    private func healthy() -> [String] {
        let lines = ask(["healthy", "--series", isFull ? "10000" : "700", "--nights", "365"])
        let rows = lines.filter { $0.first == "healthy" && $0.count == 6 }
        let numbers = rows.map { $0.dropFirst(2).compactMap { Int($0) } }
        let series = numbers.reduce(0) { $0 + $1[0] }
        let (items, new) = numbers.reduce((0, 0)) { ($0.0 + $1[2], $0.1 + $1[3]) }
        let kinds = zip(rows, numbers).map { "\($0[1]) \($1[3])" }.joined(separator: ", ")
        return [
            "| false items begun in 365 nights over \(series) healthy series (\(kinds)) | "
                + "\(new), \(text(Double(new) / 365)) a night | 0.033 a night |",
            "| false items shown, each night counted | \(items), \(text(Double(items) / 365)) a night "
                + "| 0.033 a night |",
        ]
    }

    /// Each among 10,000 series, whatever else is run.
    private func planted() -> [String] {
        ask(["planted", "--series", "10000", "--planted", isFull ? "100" : "20"])
            .filter { $0.first == "planted" && $0.count == 6 }
            .map { row in
                "| nights until shown: \(row[1]), \(row[2]) (\(row[4]) of \(row[3]) in 28 nights) "
                    + "| \(row[5]) | |"
            }
    }

    /// What it prints, cut at tabs.
    private func ask(_ arguments: [String]) -> [[String]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: d8s)
        process.arguments = ["bench-nights"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return [] }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t").map(String.init) }
    }

    private func text(_ value: Double) -> String { String(format: "%.3f", value) }
}
