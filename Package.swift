// swift-tools-version: 6.2
import PackageDescription

/// What every room is built with: warnings are errors, and only what is imported is seen.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let httpClient: [Target.Dependency] = [
    .product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A room of D8S and what it may import.
func room(
    _ name: String,
    _ imports: [Target.Dependency],
    exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

/// The tests of a room.
func tests(
    of name: String,
    _ imports: [Target.Dependency] = [],
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "D8SModel", "D8STestSupport"] + imports,
        exclude: exclude,
        swiftSettings: strict
    )
}

/// The rooms in the order in which data flows; an arrow that is not here cannot be imported.
let rooms: [Target] = [
    .systemLibrary(
        name: "CCairo",
        pkgConfig: "pangocairo",
        providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]
    ),
    .systemLibrary(
        name: "CDeflate",
        pkgConfig: "libdeflate",
        providers: [.apt(["libdeflate-dev"])]
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "CEmbedded"),
    room("D8SModel", []),
    room("D8SCollect", ["CZlib", "CPostgres", "D8SModel", yams] + httpClient),
    room("D8SHistory", ["D8SModel", grdb, sqlite], exclude: ["README.md"]),
    room("D8SQuery", ["D8SModel"]),
    room("D8SAnalysis", ["D8SModel"]),
    room("D8SAttention", ["D8SModel"]),
    room("D8SCharts", ["CCairo", "CDeflate", "D8SModel"]),
    room("D8SSite", ["D8SModel", "D8SAnalysis", "D8SAttention", "D8SCharts", mustache]),
    room("D8SPublish", ["CDeflate", "D8SModel", crypto]),
    room(
        "D8SCommands",
        [
            "CEmbedded", "D8SModel", "D8SCollect", "D8SHistory", "D8SQuery", "D8SAnalysis",
            "D8SAttention", "D8SCharts", "D8SSite", "D8SPublish", argumentParser, logging, yams,
        ]
    ),
    .executableTarget(name: "d8s", dependencies: ["D8SCommands"], swiftSettings: strict),
]

let testRooms: [Target] = [
    .target(
        name: "D8STestSupport",
        dependencies: ["D8SModel"],
        path: "Tests/D8STestSupport",
        swiftSettings: strict
    ),
    .testTarget(
        name: "D8SModelTests",
        dependencies: ["D8SModel", "D8STestSupport"],
        swiftSettings: strict
    ),
    tests(of: "D8SCollect"),
    tests(of: "D8SHistory", [grdb], exclude: ["Fixtures"]),
    tests(of: "D8SQuery"),
    tests(of: "D8SAnalysis"),
    tests(of: "D8SAttention"),
    tests(of: "D8SCharts", ["CZlib"]),
    tests(of: "D8SSite", ["D8SAnalysis", "D8SAttention", "D8SCharts"]),
    tests(of: "D8SPublish"),
    tests(
        of: "D8SCommands",
        ["D8SAnalysis", "D8SCollect", "D8SQuery", yams],
        exclude: ["Packs/Recordings"]
    ),
    .testTarget(
        name: "D8SEndToEndTests",
        dependencies: ["D8SModel", "D8STestSupport"],
        exclude: ["Cases"],
        swiftSettings: strict
    ),
]

let package = Package(
    name: "d8s",
    products: [.executable(name: "d8s", targets: ["d8s"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: rooms + testRooms,
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
