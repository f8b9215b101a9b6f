package import SurveyModel
package import Tabular

/// An empty table for a questionnaire, which the importer reads back without being told how.
///
/// The first row holds the ids of the columns, the second the words of the questions.
package struct Template: Sendable {
  /// The questionnaire.
  package let questionnaire: Questionnaire
  /// The language of its words.
  package let language: InterfaceLanguage
  private let columns: [TemplateColumn]

  /// Prepares a template.
  package init(_ questionnaire: Questionnaire, language: InterfaceLanguage) {
    self.questionnaire = questionnaire
    self.language = language
    columns = TemplateColumn.all(of: questionnaire)
  }

  /// The number of columns.
  package var columnCount: Int { columns.count }

  /// The two rows of the header.
  package var records: [[String]] {
    [columns.map(\.id), columns.map { $0.label(in: language) }]
  }

  /// The bytes of a CSV file with a byte order mark, as Excel wants it.
  package func csv(delimiter: CSVDelimiter = .comma) -> [UInt8] {
    let format = CSVFormat(delimiter: delimiter, hasByteOrderMark: true)
    return CSVWriter.bytes(of: records, format: format)
  }

  /// A workbook with lists to choose from, prompts and a sheet of instructions.
  package var workbook: WorkbookDocument {
    let words = TemplateWords(language: language)
    let lists = TemplateLists(columns, words)
    let data = TemplateDataSheet(words, lists).sheet(columns)
    let guide = TemplateGuideSheet(words).sheet(questionnaire, columns)
    let title = questionnaire.title.text(in: language)
    let sheets = lists.sheet.rows.isEmpty ? [data, guide] : [data, guide, lists.sheet]
    return WorkbookDocument(title: title, sheets: sheets)
  }
}

extension Template {
  /// Writes the workbook to a file that takes its name when it is complete.
  package func writeWorkbook(to path: String) throws(TableFault) {
    do throws(TabularError) {
      try workbook.write(to: path)
    } catch {
      throw .tabular(error)
    }
  }
}

/// The delimiter of a template as it was typed.
package struct TemplateDelimiter: Sendable {
  private let delimiter: CSVDelimiter

  /// Reads `,`, `;` or `tab`; a comma when nothing was typed.
  package init?(_ text: String?) {
    switch text?.lowercased() {
    case nil, ",": delimiter = .comma
    case ";": delimiter = .semicolon
    case "tab", "\t": delimiter = .tab
    default: return nil
    }
  }

  /// The bytes of a template with this delimiter.
  package func csv(_ template: Template) -> [UInt8] { template.csv(delimiter: delimiter) }
}
