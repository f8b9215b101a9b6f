import SurveyModel
import Testing

@testable import SurveyFormats

/// Headers whose letters are those of two questions, or the beginning of them.
@Suite struct OtherOptionTests {
  private let questionnaire: Questionnaire

  init() throws {
    let read = YAMLQuestionnaireReader().read(
      """
      questionnaire: nguon-tin
      version: "1"
      languages: [vi]
      title: {vi: Phiếu thử nguồn tin}
      choices:
        nguon-tin:
          - {code: 1, label: {vi: Báo}}
          - {code: 9, label: {vi: Khác}}
        muc:
          - {code: 1, label: {vi: Kém}}
          - {code: 2, label: {vi: Tốt}}
      sections:
        - id: phieu
          title: {vi: Phiếu}
          questions:
            - {id: nhan, type: text, label: {vi: Nhãn}}
            - {id: kenh, type: select_multiple, choices: nguon-tin, label: {vi: Kênh}}
            - {id: loai, type: text, label: {vi: Kênh khác}}
            - {id: t1, choices: muc, label: {vi: Thái độ của công chức}}
            - {id: t2, choices: muc, label: {vi: Thái độ của công chức khi trả kết quả}}

      """,
      file: "phieu.yaml"
    )
    questionnaire = try #require(read.questionnaire, "\(read.diagnostics)")
  }

  private func names(_ header: String) -> [String] {
    let cells = header.split(separator: ",").map { String($0) }
    let map = ColumnMap(header: cells, questionnaire: questionnaire)
    return map.meanings.indices.map { map.name(of: $0, in: questionnaire) }
  }

  @Test func `an option called other is not the question for its words`() {
    #expect(names("Kênh [Báo],Kênh [Khác]") == ["kenh__1", "kenh__9"])
    #expect(names("Kênh/Báo,Kênh/Khác,Kênh khác") == ["kenh__1", "kenh__9", "loai"])
    #expect(names("Kênh khác,Kênh: khác") == ["loai", "kenh__9"])
  }

  @Test func `a header that was cut off beside a whole one is the longer question`() {
    #expect(names("Thái độ của công chức khi,Thái độ của công chức") == ["t2", "t1"])
    #expect(names("Thái độ của công chức,Thái độ của công chức khi trả") == ["t1", "t2"])
  }
}
