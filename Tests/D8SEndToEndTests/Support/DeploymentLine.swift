import Foundation

/// One line of `d8s deployments --format json`, as another program reads it.
struct DeploymentLine: Decodable {
    var name: String?
    var revision: String?
    var finished: String
    var direction: String
    var changes: Int?
    var medianLeadTime: Double?
    var rangeChanges: Int?
    var rangeMedianLeadTime: Double?
    var rangeMerged: Int?
    var rangeMedianMergeToDeployment: Double?

    /// What the program prints with these arguments.
    static func all(_ program: Program, _ arguments: String...) throws -> [DeploymentLine] {
        let result = try program.run(
            arguments: ["deployments", "--format", "json"] + arguments
        )
        guard result.status == 0 else { throw Failure(errors: result.errors) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([DeploymentLine].self, from: Data(result.output.utf8))
    }

    struct Failure: Error {
        var errors: String
    }
}

extension Int? {
    /// As the expected files write it: nothing where nothing is known.
    var text: String { map(String.init) ?? "" }
}

extension Double? {
    /// The expected files were rounded to seconds as Python does: halves to the even one.
    var seconds: String { map { String(Int($0.rounded(.toNearestOrEven))) } ?? "" }
}
