/// A marked place on a value axis.
struct Tick: Hashable {
    let value: Double
    let label: String
}
