import SurveyFormats
import SurveyModel
import Testing

/// What a questionnaire follows, and who is asked again.
struct YAMLSeriesTests {
  private func yaml(_ series: String, sample: String = "") -> String {
    """
    questionnaire: moi
    version: "1"
    languages: [vi, en]
    title: {vi: T, en: T}
    \(series)
    \(sample)
    sections:
      - id: s
        title: {vi: S, en: S}
        questions:
          - {id: nguoi, type: text, label: {vi: N, en: N}}
          - {id: x, type: integer, label: {vi: X, en: X}}
    """
  }

  private func read(_ text: String) throws -> Questionnaire {
    try #require(YAMLQuestionnaireReader().read(text, file: "q.yaml").questionnaire)
  }

  @Test func `a questionnaire names the one before it and why the series breaks`() throws {
    let text = yaml(
      "series: {follows: cu-2017, break: {vi: khác, en: other}, indicators: {sipas: sipas_2017}}"
    )
    #expect(findings(text) == [])
    let questionnaire = try read(text)
    let series = SeriesDeclaration(
      follows: "cu-2017",
      reason: LocalizedText(["vi": "khác", "en": "other"]),
      indicators: ["sipas": "sipas_2017"]
    )
    #expect(questionnaire.series == series)
    #expect(try read(YAMLQuestionnaireWriter(questionnaire).text).series == series)
    #expect(try read(yaml("")).series == nil)
  }

  @Test func `both parts of a series are needed, and others are unknown`() {
    #expect(findings(yaml("series: {follows: cu-2017}")).count == 1)
    #expect(findings(yaml("series: {break: {vi: a, en: b}}")).count == 1)
    #expect(findings(yaml("series: {follows: cu, break: {vi: a, en: b}, since: 2022}")).count == 1)
    #expect(findings(yaml("series: cu-2017")).count == 1)
  }

  @Test func `a sample names the people of a panel`() throws {
    let text = yaml("", sample: "sample: {panel: nguoi}")
    #expect(findings(text) == [])
    let questionnaire = try read(text)
    #expect(questionnaire.sample == SampleDeclaration(panel: "nguoi"))
    let usual = try read(yaml("")).check().count
    #expect(questionnaire.check().count == usual)
    #expect(try read(YAMLQuestionnaireWriter(questionnaire).text).sample.panel == "nguoi")
    let unknown = try read(yaml("", sample: "sample: {panel: ai}"))
    #expect(unknown.check().count == usual + 1)
  }
}
