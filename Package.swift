// swift-tools-version: 6.2
import PackageDescription

/// The compiler guards the architecture: a target sees only what it names here.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "thuocdo",
  products: [
    .library(name: "SurveyModel", targets: ["SurveyModel"]),
    .library(name: "SurveyStatistics", targets: ["SurveyStatistics"]),
    .executable(name: "thuocdo", targets: ["thuocdo"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .yum(["libzip-devel"])]
    ),
    .systemLibrary(
      name: "CXLSXWriter",
      pkgConfig: "xlsxwriter",
      providers: [
        .apt(["libxlsxwriter-dev"]), .yum(["libxlsxwriter-devel"]),
      ]
    ),
    .target(name: "CScan"),
    .target(
      name: "Tabular",
      dependencies: ["CScan", "CZip", "CXLSXWriter"],
      swiftSettings: settings
    ),
    .target(name: "SurveyModel", dependencies: [realModule], swiftSettings: settings),
    .target(name: "SurveyStatistics", dependencies: [realModule], swiftSettings: settings),
    .target(
      name: "SurveyFormats",
      dependencies: ["SurveyModel", "Tabular", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings
    ),
    .target(
      name: "SurveyStore",
      dependencies: [
        "SurveyModel",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "SurveyAnalysis",
      dependencies: ["SurveyModel", "SurveyStatistics"],
      swiftSettings: settings
    ),
    .target(
      name: "SurveyReport",
      dependencies: [
        "SurveyModel", "SurveyStatistics", "SurveyAnalysis", "Tabular",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "SurveyWorkflow",
      dependencies: [
        "SurveyModel", "SurveyStatistics", "SurveyFormats", "SurveyStore", "SurveyAnalysis",
        "SurveyReport",
      ],
      swiftSettings: settings
    ),
    .target(name: "SurveyTerminal", dependencies: ["SurveyModel"], swiftSettings: settings),
    .executableTarget(
      name: "thuocdo",
      dependencies: [
        "SurveyModel", "SurveyWorkflow", "SurveyTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "SurveyAnalysis", "SurveyFormats", "SurveyModel", "SurveyStatistics", "SurveyStore",
        "Tabular",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "TabularTests",
      dependencies: ["CScan", "Tabular"],
      exclude: ["Encodings", "Workbooks"],
      swiftSettings: settings
    ),
    .testTarget(name: "SurveyModelTests", dependencies: ["SurveyModel"], swiftSettings: settings),
    .testTarget(
      name: "SurveyStatisticsTests",
      dependencies: ["SurveyStatistics"],
      exclude: ["R"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyReportTests",
      dependencies: [
        "SurveyReport", "SurveyAnalysis", "SurveyFormats", "SurveyModel", "SurveyStatistics",
        "Tabular",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyTerminalTests",
      dependencies: ["SurveyTerminal", "SurveyFormats", "SurveyModel"],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyFormatsTests",
      dependencies: ["SurveyFormats", "SurveyModel", "SurveyStatistics", "Tabular"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyStoreTests",
      dependencies: [
        "SurveyStore", "SurveyModel", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyWorkflowTests",
      dependencies: [
        "SurveyWorkflow", "SurveyFormats", "SurveyModel", "SurveyStatistics", "SurveyStore",
        "Tabular",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["thuocdo", "Tabular", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SurveyAnalysisTests",
      dependencies: ["SurveyAnalysis", "SurveyFormats", "SurveyModel", "SurveyStatistics"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReferenceTests",
      dependencies: ["SurveyAnalysis", "SurveyFormats", "SurveyModel", "SurveyStatistics"],
      exclude: ["Data", "Results", "make-reference.R"],
      swiftSettings: settings
    ),
  ]
)
