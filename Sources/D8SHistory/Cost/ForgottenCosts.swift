package import D8SModel

/// A statement that was removed from the history.
package struct ForgottenCosts: Hashable, Sendable {
    package let statement: CostStatement
    /// Charges that it had.
    package let lines: Int
}
