import Foundation

/// A real series whose past is forecast.
struct ForecastSample {
    var name: String
    /// NaN is a gap.
    var values: [Double]
    /// In steps; 1 for none.
    var season: Int
    var horizon: Int

    /// Those of the folders of real data that are there.
    static func all(in folder: URL) -> [ForecastSample] {
        statsmodels(folder.appendingPathComponent("statsmodels"))
            + binder(folder.appendingPathComponent("binder-gcp-cost"))
            + tweets(folder.appendingPathComponent("nab/data/realTweets"))
    }

    private static func statsmodels(_ folder: URL) -> [ForecastSample] {
        let files: [(file: String, column: String, season: Int, horizon: Int)] = [
            ("elec_equip", "STS.M.I7.W.TOVT.NS0016.4.000", 12, 18),
            ("sunspots", "SUNACTIVITY", 1, 6),
            ("nile", "volume", 1, 6), ("macrodata", "realgdp", 4, 8), ("macrodata", "cpi", 4, 8),
            ("macrodata", "unemp", 4, 8), ("macrodata", "tbilrate", 4, 8),
            ("macrodata", "infl", 4, 8), ("macrodata", "realinv", 4, 8), ("co2", "co2", 52, 13),
            ("mstl_elec_vic", "y", 24, 48),
        ]
        return files.compactMap { file in
            let path = folder.appendingPathComponent(file.file + ".csv")
            let values = column(file.column, of: path)
            guard !values.isEmpty else { return nil }
            return ForecastSample(
                name: file.column.count > 12 ? file.file : file.column,
                values: Array(values.suffix(1500)),
                season: file.season,
                horizon: file.horizon
            )
        }
    }

    /// The last month of each is cut off.
    private static func binder(_ folder: URL) -> [ForecastSample] {
        let files = ["daily_cost_by_project", "daily_cost_by_category", "daily_sessions"]
        return files.flatMap { file -> [ForecastSample] in
            let rows = Self.rows(folder.appendingPathComponent(file + ".csv"))
            let names = Set(rows.map { $0["series"] ?? "" }).sorted()
            return names.compactMap { name in
                let own = rows.filter { $0["series"] == name }.dropLast(15)
                let values = own.map { Double($0["value"] ?? "") ?? .nan }
                guard values.count >= 120 else { return nil }
                return ForecastSample(
                    name: name.isEmpty ? "sessions" : name,
                    values: values,
                    season: 7,
                    horizon: 14
                )
            }
        }
    }

    /// Mentions every five minutes, summed up by the hour.
    private static func tweets(_ folder: URL) -> [ForecastSample] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.sorted().filter { $0.hasSuffix(".csv") }.map { file in
            let values = column("value", of: folder.appendingPathComponent(file))
            let hours = stride(from: 0, to: values.count - 11, by: 12).map { start in
                values[start..<(start + 12)].reduce(0, +)
            }
            return ForecastSample(
                name: String(file.dropLast(4)),
                values: Array(hours.suffix(1200)),
                season: 24,
                horizon: 48
            )
        }
    }

    private static func column(_ name: String, of file: URL) -> [Double] {
        rows(file).map { Double($0[name] ?? "") ?? .nan }
    }

    private static func rows(_ file: URL) -> [[String: String]] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let lines = text.split(whereSeparator: \.isNewline)
            .map { line in
                line.split(separator: ",", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
            }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(zip(header, cells)) { first, _ in first }
        }
    }
}
