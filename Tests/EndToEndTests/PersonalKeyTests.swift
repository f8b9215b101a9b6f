import Foundation
import Testing

/// Keys that say who a person is: their hash is kept, and nothing else.
@Suite struct PersonalKeyTests {
  private let trial: LedgerTrial

  init() throws {
    trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("a.csv", Self.rows(0..<4, age: 20))
  }

  private static func rows(_ numbers: Range<Int>, age: Int) -> String {
    "Số điện thoại,don_vi,tuoi,muc\n"
      + numbers.map { "091234567\($0),Xã \($0),\(age + $0),1\n" }.joined()
  }

  /// The files beside the tables in which a text stands.
  private func places(of text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: trial.folder.path).filter { name in
      let bytes = try Data(contentsOf: trial.folder.url.appendingPathComponent(name))
      return !name.hasSuffix(".csv") && String(decoding: bytes, as: UTF8.self).contains(text)
    }
  }

  @Test func `a telephone number tells rows apart and stands nowhere`() throws {
    let first = try trial.run("import", "k.thuocdo", "a.csv", "--key", "Số điện thoại")
    #expect(first.ended(0), first.summary)
    #expect(first.output.contains("Khóa của phiếu: Số điện thoại (chỉ lưu mã băm)."))
    try trial.folder.write("b.csv", Self.rows(2..<6, age: 20).replacing(",22,", with: ",60,"))
    let second = try trial.run("import", "k.thuocdo", "b.csv", "--key", "Số điện thoại")
    #expect(second.ended(1), second.summary)
    #expect(second.output.contains("1 dòng đã có từ trước"), second.summary)
    #expect(second.errors.contains("'tuoi' “22” → “60” [D02]"), second.summary)
    #expect(!second.errors.contains("0912345672"), second.summary)
    #expect(try trial.ages().n == 6)
    #expect(try places(of: "091234567") == [])
  }

  @Test func `why finds the interview by the number itself`() throws {
    #expect(try trial.takeOne("a.csv", "--key", "Số điện thoại", status: 0).new == 4)
    for written in ["0912345671", "0912 345 671"] {
      let why = try trial.run("why", "k.thuocdo", written)
      #expect(why.ended(0), why.summary)
      #expect(why.output.contains("a.csv, dòng 3"), why.summary)
    }
    #expect(try trial.run("why", "k.thuocdo", "0912345679").ended(2))
  }

  @Test func `a trial makes no key file, and knows the rows of the study`() throws {
    let trialRun = try trial.takeOne(
      "a.csv",
      "--key",
      "Số điện thoại",
      "--dry-run",
      status: 0
    )
    #expect(trialRun.new == 4)
    #expect(!FileManager.default.fileExists(atPath: trial.folder.path + "/k.thuocdo.khoa"))
    #expect(try trial.takeOne("a.csv", "--key", "Số điện thoại", status: 0).new == 4)
    try trial.folder.write("b.csv", Self.rows(0..<4, age: 20) + "\n")
    let again = try trial.takeOne("b.csv", "--key", "Số điện thoại", "--dry-run", status: 0)
    #expect(again.counts == [0, 4, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a key that names nobody is kept as it is`() throws {
    try trial.folder.write("c.csv", "Mã tờ,don_vi,tuoi,muc\nT-0001,A,20,1\n")
    #expect(try trial.takeOne("c.csv", "--key", "Mã tờ", status: 0).new == 1)
    #expect(try !places(of: "T-0001").isEmpty)
    #expect(!FileManager.default.fileExists(atPath: trial.folder.path + "/k.thuocdo.khoa"))
  }
}
