/// Where an entry under `sources:` stands.
struct SourcePlace {
    /// The folder of the configuration, from which relative paths are read.
    let folder: String
    /// The environment whose deployments count, for sources that name none.
    let environment: String
}
