import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An import that is asked to stop gives its file up and says so.
@Suite(.serialized)
struct StoppedImportTests {
  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a stopped import leaves the study as it was`(signal: Int32, code: Int32) throws {
    let study = try SmallStudy()
    var text = "don_vi,tuoi,muc\n"
    for row in 0..<60_000 { text += "Xã \(row),\(18 + row % 60),\(1 + row % 2)\n" }
    try study.folder.write("lon.csv", text)
    let process = try Program.process(
      ["import", SmallStudy.name, "lon.csv"],
      in: study.folder,
      language: "vi"
    )
    // Whoever runs the tests in the background hands down that Ctrl-C is to be ignored.
    var usual = sigaction()
    sigaction(signal, &usual, nil)
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    // The log beside the study shows that rows are being written.
    let log = study.folder.url.appendingPathComponent("\(SmallStudy.name)-wal").path
    var information = stat()
    while process.isRunning, stat(log, &information) != 0 || information.st_size < 500_000 {
      sched_yield()
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == code)
    #expect(said == "lỗi: lon.csv: đã dừng theo yêu cầu; nghiên cứu như trước khi nhập tệp này\n")
    #expect(try study.counts().n == 0)
    #expect(
      try study.folder.names() == ["thu.thuocdo", "phieu.yaml", "ke-hoach.yaml", "lon.csv"]
    )
    let again = try study.run("import", SmallStudy.name, "lon.csv")
    #expect(again.ended(0), again.summary)
    #expect(try study.counts().n == 60_000)
  }
}
