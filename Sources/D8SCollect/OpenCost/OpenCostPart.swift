/// One part of the cost of an allocation, as the API names it.
struct OpenCostPart: Sendable {
    let service: String
    /// A category of FOCUS ("Service Category").
    let category: String
    /// Members that are added up.
    let costs: [String]
    /// The member with the quantity, and its unit; nil if it has none.
    let quantity: (member: String, unit: String)?

    static let all = [
        OpenCostPart(
            service: "CPU",
            category: "Compute",
            costs: ["cpuCost", "cpuCostAdjustment"],
            quantity: ("cpuCoreHours", "core-hours")
        ),
        OpenCostPart(
            service: "Memory",
            category: "Compute",
            costs: ["ramCost", "ramCostAdjustment"],
            quantity: ("ramByteHours", "byte-hours")
        ),
        OpenCostPart(
            service: "GPU",
            category: "Compute",
            costs: ["gpuCost", "gpuCostAdjustment"],
            quantity: ("gpuHours", "GPU-hours")
        ),
        OpenCostPart(
            service: "Storage",
            category: "Storage",
            costs: ["pvCost", "pvCostAdjustment"],
            quantity: ("pvByteHours", "byte-hours")
        ),
        OpenCostPart(
            service: "Network",
            category: "Networking",
            costs: ["networkCost", "networkCostAdjustment"],
            quantity: nil
        ),
        OpenCostPart(
            service: "Load balancer",
            category: "Networking",
            costs: ["loadBalancerCost", "loadBalancerCostAdjustment"],
            quantity: nil
        ),
        OpenCostPart(service: "Shared", category: "Other", costs: ["sharedCost"], quantity: nil),
        OpenCostPart(
            service: "External",
            category: "Other",
            costs: ["externalCost"],
            quantity: nil
        ),
    ]
}
