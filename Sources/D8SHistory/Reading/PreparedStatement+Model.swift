import D8SModel

extension PreparedStatement {
    func instant(_ column: Int32) -> Instant {
        Instant(milliseconds: integer(column))
    }

    func optionalInstant(_ column: Int32) -> Instant? {
        optionalInteger(column).map(Instant.init(milliseconds:))
    }
}
