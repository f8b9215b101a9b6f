import Foundation
import GRDB
import Testing

/// Reports on a study that is large enough for its columns to be kept.
@Suite struct KeptColumnsTests {
  private static let rows: String = {
    var lines = ["don_vi,tuoi,muc"]
    for number in 1...20_001 {
      let age = number.isMultiple(of: 17) ? "" : "\(18 + number * 7 % 60)"
      lines.append("Xã \(["A", "B", "C"][number % 3]),\(age),\(1 + number * 13 / 5 % 2)")
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private func kept(_ path: String) throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      guard try database.tableExists("column_cache") else { return 0 }
      return try Int.fetchOne(database, sql: "SELECT count(*) FROM column_cache") ?? 0
    }
  }

  @Test func `reports are the same byte for byte with and without kept columns`() throws {
    let study = try SmallStudy(planned: true)
    try study.folder.write("nhieu.csv", Self.rows)
    let imported = try study.run("import", SmallStudy.name, "nhieu.csv")
    try #require(imported.ended(0), imported.summary)
    let path = study.folder.url.appendingPathComponent(SmallStudy.name).path
    func report(_ format: String) throws -> Data {
      let name = "bao-cao.\(format)"
      let outcome = try study.run(
        "report",
        SmallStudy.name,
        "-o",
        name,
        "--force",
        "--by",
        "don_vi"
      )
      try #require(outcome.status == 0, outcome.summary)
      return try Data(contentsOf: study.folder.url.appendingPathComponent(name))
    }
    for format in ["html", "json"] {
      // Somebody else is writing: nothing is kept.
      let other = try DatabaseQueue(path: path)
      let without = try other.writeWithoutTransaction { database in
        try database.execute(sql: "DROP TABLE IF EXISTS column_cache")
        try database.execute(sql: "DROP TABLE IF EXISTS column_piece")
        try database.beginTransaction(.immediate)
        defer { try? database.rollback() }
        return try report(format)
      }
      try other.close()
      #expect(try kept(path) == 0)
      #expect(try report(format) == without)
      #expect(try kept(path) == 1)
      #expect(try report(format) == without)
    }
    // What is added shows at once.
    let before = try study.counts()
    try study.folder.write("them.csv", SmallStudy.goodRows)
    let added = try study.run("import", SmallStudy.name, "them.csv")
    try #require(added.ended(0), added.summary)
    let after = try study.counts()
    #expect(before.n == 20_001)
    #expect(after.n == before.n + 4)
  }
}
