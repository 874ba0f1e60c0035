import D8SAnalysis
import D8SModel

/// The rows behind a service's panels as CSV.
struct ServiceTables {
    private let delivery: ServiceDelivery

    init(_ delivery: ServiceDelivery) {
        self.delivery = delivery
    }

    func files(in folder: String) -> [SiteFile] {
        [
            file(DataSets.deployments([delivery]), folder),
            file(DataSets.weeks([delivery]), folder),
            file(DataSets.leadTimes([delivery]), folder),
        ]
    }

    private func file(_ set: DataSet, _ folder: String) -> SiteFile {
        SiteFile(path: folder + set.name + ".csv", bytes: set.csv)
    }
}
