/// How requests are recommended.
package struct RightSizingPolicy: Hashable, Sendable {
    /// Days of history and measurements that it takes.
    package var days = 14.0
    package var points = 100
    /// The share of measurements that the CPU request is to cover, for the pod that needs most.
    package var cpuShare = 0.95
    /// Memory above the peak that was seen, as a factor of at least 1.
    package var memoryFactor = 1.15
    /// Cores.
    package var leastCPU = 0.010
    /// Bytes.
    package var leastMemory = 100.0 * 1_048_576

    package init() {}
}
