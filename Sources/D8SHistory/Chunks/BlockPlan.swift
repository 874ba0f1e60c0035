/// One way to write the residuals of a block, and the bytes it takes.
struct BlockPlan {
    var order = BlockOrder.delta
    var base: Int64 = 0
    var shift = 0
    var width = 0
    /// Residuals that are wider, and the width of their upper bits.
    var exceptions = 0
    var upperWidth = 0
    /// Bytes of packed values and exceptions.
    var size = Int.max

    /// Every residual is the base.
    var isRun: Bool { width == 0 && exceptions == 0 }
}
