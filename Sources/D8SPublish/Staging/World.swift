/// What tests replace of the world.
struct World: Sendable {
    /// Called after every step; throwing there is like being killed there.
    var atStep: @Sendable (PublishStep) throws(PublishError) -> Void = { _ throws(PublishError) in }
    /// Whether to wait until the disk has what was written; a power cut is none of a test's worries.
    var isDurable = true
    /// Swaps two folders in one step; 0 or an `errno`.
    var exchange: @Sendable (String, String) -> Int32 = Disk.exchange
}
