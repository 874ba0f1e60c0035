// swift-tools-version: 6.2
import PackageDescription

/// Measures d8s against the tools people would use instead; never a dependency of the product.
let package = Package(
    name: "benchmarks",
    targets: [
        .executableTarget(
            name: "benchmark",
            swiftSettings: [.treatAllWarnings(as: .error)]
        ),
        .executableTarget(
            name: "truth",
            swiftSettings: [.treatAllWarnings(as: .error)]
        ),
    ],
    swiftLanguageModes: [.v6]
)
