/// Which of the statements count: a bill counts once over all sources.
///
/// Of several sources that say the same bill (account, currency, billing period) the one that was
/// taken in last counts; so a source with another name does not double it. Bills without an account
/// are of their source alone, and clusters (OpenCost) are never accounts of a cloud.
enum CostSelection {
    /// A table of `ranked`, the id of a statement, and its `place`, which is 1 if it counts.
    static let table = """
        (
            SELECT
                cost_statements.id AS ranked,
                row_number() OVER (
                    PARTITION BY
                        account, currency, period_start, kind = 'opencost',
                        CASE account WHEN '' THEN source END
                    ORDER BY taken_in DESC, cost_statements.id DESC
                ) AS place
            FROM cost_statements JOIN sources ON sources.id = source
            WHERE is_current = 1
        )
        """
}
