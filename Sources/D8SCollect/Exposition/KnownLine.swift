/// What a remembered line is.
enum KnownLine {
    case start
    /// A sample's series: the number under which the round has it, nil if it is dropped, and where
    /// rules are held, the number under which the rules have it.
    case sample(series: Int32?, original: Int32)
    /// A line with metadata, by its number.
    case family(Int32)
}
