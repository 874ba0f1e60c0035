/// What the steps of one task of a pipeline ask for, of the last run seen, and what that wastes.
package struct TaskRequests: Hashable, Sendable {
    package var namespace: String
    package var pipeline: String
    /// The name within the pipeline.
    package var task: String
    /// Cores: of all steps, and of the largest.
    package var cpu, largestCPU: Double
    /// Bytes: of all steps, and of the largest.
    package var memory, largestMemory: Double
    /// Of the window's task runs.
    package var hours: Double
}
