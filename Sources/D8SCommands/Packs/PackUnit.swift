import D8SModel

/// Units as a pack's file names them.
enum PackUnit {
    private static let names: [(String, Unit)] = [
        ("ratio", .ratio), ("seconds", .seconds), ("per_second", .perSecond),
        ("per_day", .perDay), ("count", .count), ("bytes", .bytes),
        ("bytes_per_second", .bytesPerSecond), ("cores", .cores), ("celsius", .celsius),
        ("money", .money),
    ]

    static let form = "one of " + names.map(\.0).joined(separator: ", ")

    static func named(_ name: String) -> Unit? { names.first { $0.0 == name }?.1 }
}
