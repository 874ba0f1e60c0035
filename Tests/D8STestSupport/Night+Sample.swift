package import D8SModel

extension Night {
    /// The night of Friday 20 November 2026, in UTC.
    package static func sample(
        organisation: String = "Acme Retail",
        zone: Zone = .utc,
        url: String? = "https://reports.acme.example/2026-11-20/"
    ) -> Night {
        Night(
            organisation: organisation,
            asOf: "2026-11-20T02:00:00Z",
            zone: zone,
            validUntil: "2026-11-21T04:00:00Z",
            url: url,
            generator: "D8S test"
        )
    }
}
