import SurveyModel
import Testing

@testable import SurveyFormats

/// Forms made up for one rule each: what is refused, under which code, and what is not.
@Suite("Rules of XLSForm")
struct XLSFormRulesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let form: String
    var codes: [String] = []
    var testDescription: String { name }
  }

  private static let yesNo = """
    | choices |
    | | list_name | name | label |
    | | yes_no    | 1    | Có    |
    | | yes_no    | 0    | Không |
    """

  static let cases: [Case] = [
    Case(
      name: "a question and a select",
      form: """
        | survey |
        | | type | name | label |
        | | text | a | A |
        | | select_one yes_no | b | B |
        \(yesNo)
        """
    ),
    Case(
      name: "headers and sheet names in any case, aliases",
      form: """
        | Survey |
        | | Command | Tag | Caption | Relevance |
        | | text | a | A | 1 = 1 |
        """
    ),
    Case(
      name: "two headers for one column",
      form: """
        | survey |
        | | type | name | value | label |
        | | text | a | b | A |
        """,
      codes: ["xlsform-duplicate-header"]
    ),
    Case(
      name: "no type",
      form: """
        | survey |
        | | name | label |
        | | a | A |
        """,
      codes: ["xlsform-missing-header", "xlsform-missing-type"]
    ),
    Case(
      name: "a row with a name and no type",
      form: """
        | survey |
        | | type | name | label |
        | | | a | A |
        """,
      codes: ["xlsform-missing-type"]
    ),
    Case(
      name: "a note needs no name, a text does",
      form: """
        | survey |
        | | type | name | label |
        | | note | | A |
        | | text | | B |
        """,
      codes: ["xlsform-missing-name"]
    ),
    Case(
      name: "names in letters of every language",
      form: """
        | survey |
        | | type | name | label |
        | | text | mức_độ | A |
        | | text | 1st | B |
        | | text | a b | C |
        """,
      codes: ["xlsform-invalid-name", "xlsform-invalid-name"]
    ),
    Case(
      name: "one name twice in a group, and in two groups",
      form: """
        | survey |
        | | type | name | label |
        | | begin group | g | G |
        | | text | a | A |
        | | end group | | |
        | | text | a | A |
        | | text | a | A |
        """,
      codes: ["xlsform-duplicate-name"]
    ),
    Case(
      name: "a reference to nothing, to two, and half a one",
      form: """
        | survey |
        | | type | name | label | relevant |
        | | begin group | g | G | |
        | | text | a | A | |
        | | end group | | | |
        | | text | a | A | |
        | | text | b | B | ${nobody} = 1 |
        | | text | c | C | ${a} = 1 |
        | | text | d | D | ${a |
        """,
      codes: [
        "xlsform-unknown-reference", "xlsform-ambiguous-reference", "xlsform-malformed-reference",
      ]
    ),
    Case(
      name: "groups that do not match",
      form: """
        | survey |
        | | type | name | label |
        | | begin group | g | G |
        | | text | a | A |
        | | end repeat | | |
        """,
      codes: ["xlsform-unmatched-begin", "xlsform-unmatched-end"]
    ),
    Case(
      name: "a repeat of the name of another",
      form: """
        | survey |
        | | type | name | label |
        | | begin group | g | G |
        | | begin repeat | r | R |
        | | text | a | A |
        | | end repeat | | |
        | | end group | | |
        | | begin repeat | r | R |
        | | text | b | B |
        | | end repeat | | |
        """,
      codes: ["xlsform-duplicate-repeat"]
    ),
    Case(
      name: "a code twice in a list",
      form: """
        | survey |
        | | type | name | label |
        | | select_one l | a | A |
        | choices |
        | | list_name | name | label |
        | | l | 1 | A |
        | | l | 1 | B |
        """,
      codes: ["xlsform-duplicate-choice"]
    ),
    Case(
      name: "a code twice where that is allowed",
      form: """
        | survey |
        | | type | name | label |
        | | select_one l | a | A |
        | choices |
        | | list_name | name | label |
        | | l | 1 | A |
        | | l | 1 | B |
        | settings |
        | | allow_choice_duplicates |
        | | yes |
        """
    ),
    Case(
      name: "a code with a space in a multiple choice",
      form: """
        | survey |
        | | type | name | label |
        | | select_multiple l | a | A |
        | choices |
        | | list_name | name | label |
        | | l | a b | A |
        """,
      codes: ["xlsform-space-in-choice"]
    ),
    Case(
      name: "a list that is not there",
      form: """
        | survey |
        | | type | name | label |
        | | select_one yesno | a | A |
        \(yesNo)
        """,
      codes: ["xlsform-unknown-list"]
    ),
    Case(
      name: "or_other with a filter",
      form: """
        | survey |
        | | type | name | label | choice_filter |
        | | select_one yes_no or_other | a | A | name = 1 |
        \(yesNo)
        """,
      codes: ["xlsform-other-with-filter"]
    ),
    Case(
      name: "the name that or_other makes is taken",
      form: """
        | survey |
        | | type | name | label |
        | | select_one yes_no or_other | a | A |
        | | text | a_other | B |
        \(yesNo)
        """,
      codes: ["xlsform-generated-name-taken"]
    ),
    Case(
      name: "parameters that are no pairs, and keys that nobody knows",
      form: """
        | survey |
        | | type | name | label | parameters |
        | | text | a | A | rows |
        | | text | b | B | Rows=5 |
        | | text | c | C | size=5 |
        | | text | d | D | rows=five |
        """,
      codes: [
        "xlsform-malformed-parameters", "xlsform-unknown-parameter",
        "xlsform-parameter-not-whole",
      ]
    ),
    Case(
      name: "ranges",
      form: """
        | survey |
        | | type | name | label | parameters |
        | | range | a | A | start=0 end=1 step=0.1 |
        | | range | b | B | start=0 end=5 step=0 |
        | | range | c | C | start=0 end=5 step=6 |
        | | range | d | D | start=0 end=5 step=1 placeholder=7 |
        | | range | e | E | start=0 end=5 step=x |
        | | range | f | F | start=0 end=1 step=0.1 tick_interval=0.25 |
        """,
      codes: [
        "xlsform-range-zero", "xlsform-range-too-large", "xlsform-range-outside",
        "xlsform-range-not-number", "xlsform-range-not-multiple",
      ]
    ),
    Case(
      name: "a table of two lists",
      form: """
        | survey |
        | | type | name | label | appearance |
        | | begin group | g | G | table-list |
        | | select_one yes_no | a | A | |
        | | select_one other | b | B | |
        | | end group | | | |
        \(yesNo)
        | | other | 1 | A |
        """,
      codes: ["xlsform-table-list-differs"]
    ),
    Case(
      name: "shown without a label",
      form: """
        | survey |
        | | type | name | label | calculation |
        | | text | a | | |
        | | integer | b | | 1 + 1 |
        | | calculate | c | | 1 |
        | | calculate | d | | |
        """,
      codes: ["xlsform-missing-label", "xlsform-missing-calculation"]
    ),
    Case(
      name: "a trigger that is shown, one that is not, one that is no question",
      form: """
        | survey |
        | | type | name | label | calculation | trigger |
        | | text | a | A | | |
        | | calculate | b | | 1 | ${a} |
        | | calculate | c | | 1 | ${b} |
        | | calculate | d | | 1 | a |
        """,
      codes: ["xlsform-trigger-is-hidden", "xlsform-trigger-is-no-reference"]
    ),
    Case(
      name: "a file and a list of one name",
      form: """
        | survey |
        | | type | name | label |
        | | select_one_from_file yes_no.csv | a | A |
        | | select_one yes_no | b | B |
        \(yesNo)
        """,
      codes: ["xlsform-instance-clash"]
    ),
    Case(
      name: "a file of a strange kind",
      form: """
        | survey |
        | | type | name | label |
        | | select_one_from_file x.pdf | a | A |
        | | select_one_from_file x.csv | b | B |
        """,
      codes: ["xlsform-choice-file-extension"]
    ),
    Case(
      name: "an unknown type",
      form: """
        | survey |
        | | type | name | label |
        | | Text | a | A |
        """,
      codes: ["xlsform-unknown-type"]
    ),
    Case(
      name: "a value under no header",
      form: """
        | survey |
        | | type | name | label | |
        | | text | a | A | remark |
        """,
      codes: ["xlsform-value-without-header"]
    ),
    Case(
      name: "no survey",
      form: """
        | surveys |
        | | type | name | label |
        | | text | a | A |
        | choices |
        | | list_name | name | label |
        """,
      codes: ["xlsform-no-survey"]
    ),
    Case(
      name: "entities",
      form: """
        | survey |
        | | type | name | label | save_to |
        | | text | a | A | address |
        | | text | b | B | address |
        | | text | c | C | name |
        | entities |
        | | list_name | label |
        | | homes | ${a} |
        """,
      codes: ["xlsform-save-to-twice", "xlsform-save-to-name"]
    ),
  ]

  @Test(arguments: cases)
  func findsWhatIsWrong(_ example: Case) throws {
    #expect(try xlsFormCodes(example.form).sorted() == example.codes.sorted())
  }

  @Test func `a finding names sheet, row, column, rule and repair`() throws {
    let said = try xlsFormFindings(
      """
      | survey |
      | | type | name | label |
      | # a line that says nothing
      | | text | a | A |
      | | select_one yes_on | b | B |
      \(Self.yesNo)
      """
    )
    #expect(
      said == [
        """
        form.md:5:1: error: survey!A3 (type): there is no list 'yes_on' in the sheet 'choices'; \
        did you mean 'yes_no'? [xlsform-unknown-list]
        """
      ]
    )
  }

  @Test func `every message exists in both languages and differs`() throws {
    for example in Self.cases {
      let found = try XLSFormReader().read(example.form, format: .markdown, file: "f.md").findings
      for finding in found {
        let vietnamese = finding.message.text(in: .vietnamese)
        #expect(vietnamese != finding.message.text(in: .english))
        #expect(!vietnamese.isEmpty)
      }
    }
  }
}
