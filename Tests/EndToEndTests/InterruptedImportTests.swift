import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Imports that are killed leave nothing behind.
@Suite(.serialized)
struct InterruptedImportTests {
  private static let rows = 25_000
  private static let table: [UInt8] = {
    var text = "don_vi,tuoi,muc\n"
    for row in 0..<rows { text += "Xã \(row % 97),\(18 + row % 60),\(1 + row % 2)\n" }
    return Array(text.utf8)
  }()

  /// The moments are drawn by what the import has committed, up to all of its rows.
  @Test(arguments: [UInt64](1...5))
  func `a killed import leaves nothing and can be repeated`(seed: UInt64) throws {
    let study = try SmallStudy()
    try study.folder.write("lon.csv", Self.table)
    let kept = try study.run("import", SmallStudy.name, "-", input: SmallStudy.goodRows)
    try #require(kept.ended(0), kept.summary)
    try interrupt(["import", SmallStudy.name, "lon.csv"], seed: seed, in: study.folder)

    let before = try study.counts().n
    #expect(before == 4 || before == 4 + Self.rows)
    let again = try study.run("import", SmallStudy.name, "lon.csv")
    #expect(again.ended(0), again.summary)
    #expect(again.output.contains("\(Self.rows) phiếu"))
    #expect(try study.counts() == (4 + Self.rows, 3 + Self.rows / 2))
    // An empty lock file may stay, until the next import, after a kill in its last moment.
    let names = try study.folder.names().subtracting(["\(SmallStudy.name)-import"])
    #expect(names == ["thu.thuocdo", "phieu.yaml", "ke-hoach.yaml", "lon.csv"])
  }

  private func interrupt(_ arguments: [String], seed: UInt64, in folder: Folder) throws {
    var random = SeededNumbers(seed: seed)
    let process = try Program.process(arguments, in: folder, language: "vi")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // The log beside the study shows what is committed while the import runs.
    let goal = UInt64.random(in: 0...3_300_000, using: &random)
    let further = Int.random(in: 0...5_000, using: &random)
    try process.run()
    let log = folder.url.appendingPathComponent("\(SmallStudy.name)-wal").path
    while process.isRunning, Self.size(of: log) < goal { sched_yield() }
    for _ in 0..<further { sched_yield() }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private static func size(of path: String) -> UInt64 {
    var information = stat()
    return stat(path, &information) == 0 ? UInt64(information.st_size) : 0
  }
}
