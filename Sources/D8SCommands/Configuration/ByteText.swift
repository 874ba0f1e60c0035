/// Sizes as people write them: `64MB`, `512KiB`, `1000`.
enum ByteText {
    private static let units: [(String, Int)] = [
        ("KIB", 1 << 10), ("MIB", 1 << 20), ("GIB", 1 << 30),
        ("KB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1),
    ]

    /// The size for people: `64.0 MB`, `1.3 GB`, `812 kB`.
    static func text(_ bytes: Int) -> String {
        let unit = units.filter { !$0.0.contains("I") }.sorted { $0.1 > $1.1 }
            .first { bytes >= $0.1 }
        guard let unit, unit.1 > 1 else { return "\(bytes) B" }
        let tenths = (Double(bytes) / Double(unit.1) * 10).rounded() / 10
        let name = unit.0 == "KB" ? "kB" : unit.0
        return (tenths >= 100 ? "\(Int(tenths.rounded()))" : "\(tenths)") + " \(name)"
    }

    /// The size in bytes; nil if the text is no size, or not above 0.
    static func bytes(_ text: String) -> Int? {
        let text = text.filter { $0 != " " }.uppercased()
        let unit = units.first { text.hasSuffix($0.0) }
        guard let number = Double(text.dropLast(unit?.0.count ?? 0)), number > 0 else { return nil }
        let size = number * Double(unit?.1 ?? 1)
        return size >= 1 && size < 1e15 ? Int(size) : nil
    }
}
