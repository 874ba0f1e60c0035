import Foundation

/// One file of the Numenta Anomaly Benchmark: its times, its values and where it is labelled odd.
struct NumentaSeries {
    /// Group and file, such as `realTweets/Twitter_volume_AAPL.csv`.
    var name: String
    var times: [String]
    var values: [Double]
    /// First and last row of each labelled window, in order.
    var windows: [ClosedRange<Int>]

    /// The group is the folder that the file is in.
    var group: String { name.split(separator: "/").first.map(String.init) ?? name }
}

extension NumentaSeries {
    /// Every labelled file under `folder` (the benchmark's root, with `data/` and `labels/`).
    static func all(in folder: URL) throws -> [NumentaSeries] {
        let labels = folder.appendingPathComponent("labels/combined_windows.json")
        let windows = try JSONDecoder().decode(
            [String: [[String]]].self,
            from: Data(contentsOf: labels)
        )
        return try windows.sorted { $0.key < $1.key }.compactMap { name, limits in
            let file = folder.appendingPathComponent("data/\(name)")
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            return try NumentaSeries(name: name, file: file, limits: limits)
        }
    }

    init(name: String, file: URL, limits: [[String]]) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",")
        }
        self.name = name
        times = rows.map { String($0.first ?? "") }
        values = rows.map { $0.count > 1 ? Double($0[1]) ?? .nan : .nan }
        let times = times
        windows = limits.compactMap { limit in
            guard limit.count == 2,
                let first = times.firstIndex(of: Self.seconds(limit[0])),
                let last = times.lastIndex(of: Self.seconds(limit[1])), first <= last
            else { return nil }
            return first...last
        }
    }

    /// The labels have microseconds, the data has none.
    private static func seconds(_ text: String) -> String {
        String(text.prefix { $0 != "." })
    }
}
