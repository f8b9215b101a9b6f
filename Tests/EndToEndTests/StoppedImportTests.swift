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
  /// Imports files and raises `signal` while the rows of a long one are written.
  private func stop(
    _ signal: Int32,
    _ study: SmallStudy,
    _ arguments: [String]
  ) throws -> (process: Process, output: String, errors: String) {
    var text = "don_vi,tuoi,muc\n"
    for row in 0..<60_000 { text += "Xã \(row),\(18 + row % 60),\(1 + row % 2)\n" }
    try study.folder.write("lon.csv", text)
    let process = try Program.process(
      ["import", SmallStudy.name] + arguments,
      in: study.folder,
      language: "vi"
    )
    // Whoever runs the tests in the background hands down that Ctrl-C is to be ignored.
    var usual = sigaction()
    sigaction(signal, &usual, nil)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
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
    func said(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return (process, said(output), said(errors))
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a stopped import leaves the study as it was`(signal: Int32, code: Int32) throws {
    let study = try SmallStudy()
    let (process, _, said) = try stop(signal, study, ["lon.csv"])
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
  @Test func `files after a stopped one are not read, and named`() throws {
    let study = try SmallStudy()
    try study.folder.write("nho.csv", SmallStudy.goodRows)
    try study.folder.write("sau.csv", SmallStudy.goodRows.replacing("Xã", with: "Phường"))
    let files = ["nho.csv", "lon.csv", "sau.csv"]
    let (process, output, said) = try stop(SIGINT, study, files + ["--format", "json"])
    #expect(process.terminationStatus == 130)
    #expect(
      said
        == "lỗi: lon.csv: đã dừng theo yêu cầu; nghiên cứu như trước khi nhập tệp này\n1/3 tệp không nhập được: lon.csv\n1/3 tệp chưa đọc: sau.csv\n"
    )
    let imports = try JSONDecoder().decode(Imports.self, from: Data(output.utf8)).imports
    #expect(imports.map(\.file) == files)
    #expect(imports.map(\.new) == [4, 0, 0])
    #expect(imports.last?.error?.text.contains("chưa đọc") == true)
    #expect(try study.counts().n == 4)
  }
}
