import Foundation
import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct StudyFileTests {
  let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  private func open(
    _ path: String? = nil,
    _ access: StudyAccess = .readWrite,
    busySeconds: Double = 5
  ) -> StudyError? {
    fault { () throws(StudyError) in
      try StudyFile.open(
        path: path ?? folder.path(),
        access: access,
        options: StudyOptions(busySeconds: busySeconds)
      )
    }
  }

  @Test func `a closed study is one file and opens again`() throws {
    let study = try folder.study()
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    try study.close()
    #expect(folder.names == ["thử.thuocdo"])
    let again = try StudyFile.open(path: folder.path(), access: .readWrite)
    #expect(again.station == Sample.station)
    #expect(try again.questionnaires().map(\.version) == ["2026.1"])
    #expect(try again.overview(of: "hai-long").interviews == 1)
  }

  @Test func `closing twice does nothing and a closed study says so`() throws {
    let study = try folder.study()
    try study.close()
    try study.close()
    #expect(fault { () throws(StudyError) in try study.waves() } == .closed(path: folder.path()))
  }

  @Test func `a new study overwrites nothing and needs its folder`() throws {
    let path = folder.path()
    try Data("quan trọng".utf8).write(to: URL(fileURLWithPath: path))
    let exists = fault { () throws(StudyError) in
      try StudyFile.create(at: path, station: 1, created: Sample.moment(0))
    }
    #expect(exists == .fileExists(path: path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("quan trọng".utf8))
    let elsewhere = folder.path("không có/a.thuocdo")
    let lost = fault { () throws(StudyError) in
      try StudyFile.create(at: elsewhere, station: 1, created: Sample.moment(0))
    }
    #expect(lost == .folderMissing(path: elsewhere))
  }

  @Test func `changes that belong to a removed study are not taken for the new one's`() throws {
    let study = try folder.study()
    #expect(folder.names.contains("thử.thuocdo-wal"))
    try FileManager.default.removeItem(atPath: folder.path())
    let error = fault { () throws(StudyError) in
      try StudyFile.create(at: folder.path(), station: 1, created: Sample.moment(0))
    }
    #expect(error == .fileExists(path: folder.path("thử.thuocdo-wal")))
    try study.close()
  }

  @Test func `a missing file and a folder are told apart`() {
    #expect(open() == .fileMissing(path: folder.path()))
    #expect(open(folder.url.path) == .isFolder(path: folder.url.path))
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [1, 1000])
  func `a text file is no database`(repetitions: Int) throws {
    let text = String(repeating: "chỉ là chữ ", count: repetitions)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path()))
    #expect(open() == .notADatabase(path: folder.path()))
    #expect(open(nil, .readOnly) == .notADatabase(path: folder.path()))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == Data(text.utf8))
  }

  @Test func `an empty file and another program's database are no study`() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path()))
    #expect(open() == .notAStudy(path: folder.path()))
    let other = folder.path("khác.db")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(open(other) == .notAStudy(path: other))
  }

  @Test func `a study of a newer program is refused`() throws {
    try folder.study().close()
    try DatabaseQueue(path: folder.path()).write { try $0.execute(sql: "PRAGMA user_version = 7") }
    #expect(open() == .newerStudy(path: folder.path(), version: 7, supported: 5))
  }

  @Test func `a damaged file is called damaged`() throws {
    let study = try folder.study()
    try study.close()
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.path()))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: Int(size) - 4096))
    try handle.close()
    #expect(open() == .corrupted(path: folder.path()))
  }

  @Test func `a study opened for reading is read and not written`() throws {
    try folder.study().close()
    let study = try StudyFile.open(path: folder.path(), access: .readOnly)
    #expect(try study.waves().map(\.id) == ["2026"])
    let error = fault { () throws(StudyError) in try study.addWave(Wave(id: "b", label: "b")) }
    #expect(error == .openedForReading(path: folder.path()))
    let begin = fault { () throws(StudyError) in
      try study.beginBatch(Sample.batch(), of: Sample.questionnaire())
    }
    #expect(begin == .openedForReading(path: folder.path()))
    try study.close()
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everything"))
  func `a read-only file or folder is refused for writing and can be read`() throws {
    try folder.study().close()
    let path = folder.path()
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect(open() == .notWritable(path: path))
    try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    #expect(open() == .notWritable(path: path))
    let study = try StudyFile.open(path: path, access: .readOnly)
    #expect(try study.waves().count == 1)
    let new = folder.path("mới.thuocdo")
    let creation = fault { () throws(StudyError) in
      try StudyFile.create(at: new, station: 1, created: Sample.moment(0))
    }
    #expect(creation == .notWritable(path: new))
    try manager.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    #expect(open(nil, .readOnly) == .notReadable(path: path))
  }

  @Test func `while another program writes the study is busy`() throws {
    try folder.study().close()
    let study = try StudyFile.open(
      path: folder.path(),
      access: .readWrite,
      options: StudyOptions(busySeconds: 0.01)
    )
    let other = try DatabaseQueue(path: folder.path())
    try other.writeWithoutTransaction { database in
      try database.beginTransaction(.immediate)
      let error = fault { () throws(StudyError) in try study.addWave(Wave(id: "b", label: "b")) }
      #expect(error == .busy(path: folder.path()))
      #expect(fault { () throws(StudyError) in try study.waves() } == nil)
      try database.rollback()
    }
    try study.addWave(Wave(id: "b", label: "b"))
  }

  @Test func `rows are never changed or deleted by other programs either`() throws {
    let study = try folder.study()
    try study.save(Sample.interview(), of: Sample.questionnaire(), wave: "2026", by: "a")
    try study.close()
    let queue = try DatabaseQueue(path: folder.path())
    for sql in [
      "UPDATE \"data_hai_long_2026_1\" SET tuoi = 3", "DELETE FROM \"data_hai_long_2026_1\"",
      "UPDATE revision SET by = 'b'", "DELETE FROM revision",
    ] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
  }
}
