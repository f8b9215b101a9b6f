import Foundation
import Testing

/// Ids of collecting programs: what is one, and which of them outlast an edit on the server.
@Suite struct DrawnIDTests {
  private let trial: LedgerTrial

  init() throws { trial = try LedgerTrial(hasKey: false) }

  private static func id(_ number: Int) -> String {
    "0000000\(number)-0000-4000-8000-00000000000\(number)"
  }

  /// Rows whose `ID` counts from 1.
  private static func numbered(_ numbers: Range<Int>) -> String {
    "ID,don_vi,tuoi,muc\n" + numbers.map { "\($0),Xã \($0),\(20 + $0),\(1 + $0 % 2)\n" }.joined()
  }

  /// Rows of a form of ODK Central; that of `edited` has another `instanceID` and another age.
  private static func central(_ numbers: Range<Int>, edited: Int? = nil) -> String {
    "don_vi,tuoi,muc,meta-instanceID,KEY,Edits\n"
      + numbers.map { number in
        let isEdited = number == edited
        let instance = id(isEdited ? 9 : number)
        return
          "Xã \(number),\(isEdited ? 70 : 20 + number),1,uuid:\(instance),uuid:\(id(number)),\(isEdited ? 1 : 0)\n"
      }.joined()
  }

  /// The same of KoboToolbox.
  private static func kobo(_ numbers: Range<Int>, edited: Int? = nil) -> String {
    "don_vi,tuoi,muc,meta/instanceID,meta/rootUuid,_id,_uuid\n"
      + numbers.map { number in
        let isEdited = number == edited
        let instance = id(isEdited ? 9 : number)
        return
          "Xã \(number),\(isEdited ? 70 : 20 + number),1,uuid:\(instance),uuid:\(id(number)),34500\(number),\(instance)\n"
      }.joined()
  }

  @Test func `short numbers under ID are no key, and copies are told as without it`() throws {
    try trial.folder.write("a.csv", Self.numbered(1..<21))
    try trial.folder.write("b.csv", Self.numbered(11..<31))
    let first = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(first.ended(0), first.summary)
    #expect(!first.output.contains("Khóa của phiếu"), first.summary)
    #expect(first.output.contains("“ID” quá ngắn để nhận ra một phiếu"), first.summary)
    #expect(first.output.contains("thêm --key ID. [D09]"), first.summary)
    let english = try trial.run("import", "k.thuocdo", "b.csv", "--dry-run", language: "en")
    #expect(english.output.contains("“ID” is too short to identify a record"), english.summary)
    let second = try trial.takeOne("b.csv", status: 1)
    #expect(second.key == [])
    #expect(second.copies == 10)
  }

  @Test func `named by the user they are a key`() throws {
    try trial.folder.write("a.csv", Self.numbered(1..<21))
    try trial.folder.write("b.csv", Self.numbered(11..<31))
    #expect(try trial.takeOne("a.csv", "--key", "ID", status: 0).new == 20)
    let second = try trial.takeOne("b.csv", "--key", "ID", status: 0)
    #expect(second.counts == [10, 10, 0, 0, 0, 0, 0, 0])
  }

  @Test(arguments: ["ID", "_id", "record_id", "interview__key"])
  func `rows of one file with a short id that comes twice are told as copies`(
    header: String
  ) throws {
    let rows = "\(header),don_vi,tuoi,muc\n11,A,20,1\n11,A,20,1\n12,B,30,2\n13,C,40,1\n"
    try trial.folder.write("a.csv", rows)
    let outcome = try trial.takeOne("a.csv", status: 0)
    #expect(outcome.key == [])
    #expect(outcome.repeated == 1)
  }

  @Test func `a row without an id in a file that has them is told`() throws {
    try trial.folder.write(
      "a.csv",
      "KEY,don_vi,tuoi,muc\nuuid:\(Self.id(1)),A,20,1\n,B,30,2\n"
    )
    let outcome = try trial.run("import", "k.thuocdo", "a.csv")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Khóa của phiếu: KEY."), outcome.summary)
    #expect(outcome.output.contains("1 phiếu không có mã trong cột “KEY”"), outcome.summary)
  }

  @Test func `a submission that was edited on the server is the same one`() throws {
    let systems: [(String, (Range<Int>, Int?) -> String)] = [
      ("odk", { Self.central($0, edited: $1) }), ("kobo", { Self.kobo($0, edited: $1) }),
    ]
    for (name, rows) in systems {
      let trial = try LedgerTrial(hasKey: false)
      try trial.folder.write("\(name)-a.csv", rows(0..<5, nil))
      try trial.folder.write("\(name)-b.csv", rows(0..<7, 4))
      #expect(try trial.takeOne("\(name)-a.csv", status: 0).new == 5)
      let shown = try trial.takeOne("\(name)-b.csv", "--dry-run", status: 1)
      #expect(shown.counts == [2, 4, 1, 0, 0, 0, 0, 0], "\(name)")
      let taken = try trial.takeOne("\(name)-b.csv", "--on-change", "replace", status: 0)
      #expect(taken.counts == [2, 4, 1, 1, 0, 0, 0, 0], "\(name)")
      let ages = try trial.ages()
      #expect(ages.n == 7)
      #expect(ages.mean == 207.0 / 7)
    }
  }

  @Test func `an export with other ids of the same submissions finds them`() throws {
    // The `_uuid` alone, without `uuid:` in front.
    let bare =
      "don_vi,tuoi,muc,_uuid\n"
      + (0..<5).map { "Xã \($0),\(20 + $0),1,\(Self.id($0))\n" }.joined()
    try trial.folder.write("bare.csv", bare)
    #expect(try trial.takeOne("bare.csv", status: 0).new == 5)
    try trial.folder.write("root.csv", Self.kobo(0..<7, edited: 4))
    let whole = try trial.takeOne("root.csv", "--on-change", "replace", status: 0)
    #expect(whole.key == ["meta/rootUuid"])
    #expect(whole.counts == [2, 4, 1, 1, 0, 0, 0, 0])
    #expect(try trial.ages().n == 7)
  }

  @Test func `an edited submission is known by the id that it had before`() throws {
    func rows(_ id: String, _ before: String, age: Int) -> String {
      "don_vi,tuoi,muc,meta/instanceID,meta/deprecatedID\nA,\(age),1,uuid:\(id),\(before)\n"
    }
    try trial.folder.write("a.csv", rows(Self.id(1), "", age: 20))
    try trial.folder.write("b.csv", rows(Self.id(2), "uuid:\(Self.id(1))", age: 30))
    #expect(try trial.takeOne("a.csv", status: 0).new == 1)
    #expect(try trial.takeOne("b.csv", status: 1).counts == [0, 0, 1, 0, 0, 0, 0, 0])
    // Both states in one file are one submission too.
    let both = rows(Self.id(3), "", age: 40) + "A,41,1,uuid:\(Self.id(4)),uuid:\(Self.id(3))\n"
    try trial.folder.write("c.csv", both)
    #expect(try trial.takeOne("c.csv", status: 1).counts == [1, 0, 0, 0, 0, 1, 0, 0])
  }
}
