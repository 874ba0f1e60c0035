/// What one series says of one hour.
struct HourPart {
    /// The level times hours.
    let amount: Double
    /// Hours for which there was a level.
    let hours: Double
    /// Which scrape job brought it: two jobs that bring the same thing do not add up.
    let origin: UInt8
}
