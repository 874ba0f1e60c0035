import D8SModel

/// What rules are evaluated on.
package struct RuleSetting: Sendable {
    let storage: any SampleStorage
    let engine: @Sendable (any SampleStorage) -> any QueryEngine
    /// What `$externalLabels` is in templates.
    package var externalLabels: [String: String] = [:]
    /// What `externalURL` is in templates.
    package var externalURL = ""
    var alwaysRecordsAlerts = false

    /// - Parameters:
    ///   - storage: What has been collected.
    ///   - engine: Answers expressions from a storage: the given one with what rules made on top.
    ///     An engine that asks a server may leave it aside; the server has rules of its own.
    package init(
        storage: any SampleStorage,
        engine: @escaping @Sendable (any SampleStorage) -> any QueryEngine
    ) {
        self.storage = storage
        self.engine = engine
    }
}
