import Foundation

/// A series of the Turing change point data, and where five people saw it change (van den Burg &
/// Williams 2020, "An Evaluation of Change Point Detection Algorithms").
struct AnnotatedSeries {
    var name: String
    /// A column per dimension; NaN for a missing value.
    var columns: [[Double]]
    /// By annotator, in the order of their names.
    var annotations: [[Int]]

    var count: Int { columns.map(\.count).max() ?? 0 }

    /// The series under `folder` that `annotations.json` in it names, by name.
    static func all(in folder: URL) throws -> [AnnotatedSeries] {
        let file = folder.appendingPathComponent("annotations.json")
        let marks = try JSONDecoder().decode(
            [String: [String: [Int]]].self,
            from: Data(contentsOf: file)
        )
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var series: [AnnotatedSeries] = []
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == "json",
                let raw = try? JSONDecoder().decode(Raw.self, from: Data(contentsOf: url)),
                let people = marks[raw.name]
            else { continue }
            series.append(
                AnnotatedSeries(
                    name: raw.name,
                    columns: raw.series.map { $0.raw.map { $0 ?? .nan } },
                    annotations: people.sorted { $0.key < $1.key }.map(\.value)
                )
            )
        }
        return series.sorted { $0.name < $1.name }
    }

    /// The collection's JSON format.
    private struct Raw: Decodable {
        struct Column: Decodable { var raw: [Double?] }
        var name: String
        var series: [Column]
    }
}
