import Foundation

/// What `d8s trend FILE --format json` says that is scored here.
struct TrendAnswer: Decodable {
    struct Point: Decodable { var score: Double? }
    /// The time is a number where rows have none.
    struct Change: Decodable {
        var time: String

        private enum CodingKeys: String, CodingKey { case time }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            let text = try? values.decode(String.self, forKey: .time)
            time = try text ?? "\(values.decode(Int.self, forKey: .time))"
        }
    }

    struct Step: Decodable {
        var mean: Double
        var lower80: Double
        var upper80: Double
        var lower95: Double
        var upper95: Double
    }
    var points: [Point]
    var changePoints: [Change]
    var forecast: [Step]

    /// Runs d8s on a file; nil if it fails, after saying so.
    static func ask(_ d8s: String, _ file: URL, _ options: [String]) -> TrendAnswer? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: d8s)
        process.arguments = ["trend", file.path, "--format", "json"] + options
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return try? JSONDecoder().decode(TrendAnswer.self, from: data)
    }
}
