import D8SModel

extension [CostKey] {
    /// The keys with values that a sentence and a page can hold; the history keeps them whole.
    var withReadableNames: [CostKey] {
        map { key in
            guard key.hasLongName else { return key }
            var key = key
            for field in CostField.allCases { key[field] = key[field]?.readable }
            key.tags = key.tags.map { Label($0.name, $0.value.readable) }
            return key
        }
    }
}

extension CostKey {
    fileprivate var hasLongName: Bool {
        CostField.allCases.contains { self[$0]?.isLong ?? false }
            || tags.contains { $0.value.isLong }
    }
}

extension String {
    /// Bytes of the longest value that is shown as it is: resources of clouds have such names.
    private static let longest = 300

    fileprivate var isLong: Bool { utf8.count > Self.longest }

    /// The end of a long text gives way to ten digits of its hash, which tell it from others that
    /// begin like it.
    fileprivate var readable: String {
        guard isLong else { return self }
        return String(unicodeScalars.prefix(100)) + "… " + Slug.of(self).suffix(10)
    }
}
