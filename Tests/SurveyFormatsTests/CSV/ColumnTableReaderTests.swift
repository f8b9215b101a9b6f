import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats
@testable import Tabular

@Suite struct ColumnTableReaderTests {
  private func agree(_ source: ByteSource, _ comment: Comment) throws {
    let texts = try TextTableReader.read(source)
    let table = try ColumnTableReader.read(source) { .init(codes: Set($0), numbers: Set($0)) }
    #expect(table.names == texts.names, comment)
    #expect(table.rowCount == texts.rowCount, comment)
    for name in texts.names {
      let cells = texts[name] ?? []
      #expect(table.coded[name]?.texts == cells, comment)
      let numbers = cells.map { $0.isEmpty ? .nan : NumberText.parseScientific($0) ?? .nan }
      #expect(
        table.numbers[name]?.values.map(\.bitPattern) == numbers.map(\.bitPattern),
        comment
      )
    }
  }

  @Test func `the samples give the cells that a table of texts has`() throws {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Data/samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }.sorted()
    #expect(names.count >= 8)
    for name in names {
      try agree(.file(path: folder.appendingPathComponent(name).path), "\(name)")
    }
  }

  @Test func `cells are composed and trimmed, numbers are those of statistical programs`() throws {
    let cells = [
      "Ho\u{0300}a", " Hòa\u{A0}", "\u{200B}1e3", "+5", ".5", "5.", "1,5", "-0", "0x10", "nan",
      "123456789.123456789", "\"\u{FEFF} 7 \"", "", "\u{301}a", "e\u{323}\u{302}",
    ]
    let text = "a;b \n" + cells.map { "\($0);1\n" }.joined()
    try agree(.text(text), "odd cells")
  }

  @Test func `both refuse a table with the same error`() {
    let tables = ["", "a,b\n1\n", "a,b\n\"1,2\n", "a,b\n\"1\"2,3\n", "a,b\n1,\0\n", "%PDF-1.4"]
    for table in tables {
      var errors: [TabularError] = []
      do throws(TabularError) { _ = try TextTableReader.read(.text(table)) } catch {
        errors.append(error)
      }
      do throws(TabularError) {
        _ = try ColumnTableReader.read(.text(table)) { _ in .init() }
      } catch {
        errors.append(error)
      }
      #expect(errors.count == 2 && errors.first == errors.last)
    }
  }
}
