extension Double {
    /// The NaN with which Prometheus says that a series has ended (`value.StaleNaN`, bits
    /// 0x7FF0000000000002).
    package static let staleMarker = Double(bitPattern: 0x7FF0_0000_0000_0002)

    /// Whether this is the marker and not just any NaN: NaN is never equal, so bits are compared.
    package var isStaleMarker: Bool { bitPattern == Self.staleMarker.bitPattern }
}
