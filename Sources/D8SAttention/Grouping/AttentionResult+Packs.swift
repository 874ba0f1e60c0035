package import D8SModel

extension AttentionResult {
    /// Items (accepted ones too) about each pack, in rank order.
    package var itemsByPack: [String: [Item]] {
        var byPack: [String: [Item]] = [:]
        for item in items + accepted {
            for pack in item.packs { byPack[pack, default: []].append(item) }
        }
        return byPack
    }
}

extension Item {
    /// The packs that its findings came from, in their order.
    package var packs: [String] {
        var names: [String] = []
        for name in findings.compactMap(\.pack) where !names.contains(name) { names.append(name) }
        return names
    }
}

extension Finding {
    /// The pack that it came from: the one it is about, or whose measure it is; nil for none.
    fileprivate var pack: String? {
        if entity.kind == .pack { return entity.name }
        let parts = measure?.name.rawValue.split(separator: ".", maxSplits: 1) ?? []
        return parts.count == 2 ? String(parts[0]) : nil
    }
}
