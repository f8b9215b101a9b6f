import SurveyModel

/// What files beside a table say about its columns: words of questions, types, options.
///
/// Two layouts are known, those of SurveyXact: a structure (`questionName;variableName;…`) and a
/// list of labels (`variable;code;label`).
package struct Codebook: Hashable, Sendable {
  /// What is known about one column.
  struct Variable: Hashable, Sendable {
    var question = ""
    var text = ""
    /// Whether it is one option of several.
    var isOption = false
    /// Whether it is answered in words.
    var isOpen = false
    /// The option, where it is one.
    var optionLabel = ""
    /// Codes and labels, in the order of the file.
    var labels: [Label] = []
  }

  /// A code and what it means.
  struct Label: Hashable, Sendable {
    let code: String
    let text: String
  }

  private var variables: [String: Variable] = [:]

  /// Knows nothing.
  package init() {}

  /// What is known about the column `header`.
  subscript(header: String) -> Variable? { variables[Self.key(header)] }

  var isEmpty: Bool { variables.isEmpty }

  private static func key(_ header: String) -> String { header.composed.trimmed.lowercased() }

  /// Takes in the records of a file; false when they are no codebook for `headers`.
  package mutating func add(_ records: [[String]], headers: [String]) -> Bool {
    guard let first = records.first else { return false }
    let names = first.map { $0.composed.trimmed.lowercased() }
    if let structure = StructureColumns(names) {
      add(structure: records.dropFirst(), structure)
      return true
    }
    let known = Set(headers.map(Self.key))
    let rows = records.filter { $0.count >= 3 }
    let matching = rows.count { known.contains(Self.key($0[0])) }
    guard rows.count == records.count, matching * 10 >= rows.count * 8 else { return false }
    for row in rows {
      let label = Label(code: row[1].composed.trimmed, text: row[2].composed.trimmed)
      guard !label.code.isEmpty else { continue }
      variables[Self.key(row[0]), default: Variable()].labels.append(label)
    }
    return true
  }

  private struct StructureColumns {
    let question, variable, type, subType, text: Int
    let choice: Int?

    init?(_ names: [String]) {
      guard let question = names.firstIndex(of: "questionname"),
        let variable = names.firstIndex(of: "variablename"),
        let type = names.firstIndex(of: "questiontype"),
        let subType = names.firstIndex(of: "subtype"),
        let text = names.firstIndex(of: "questiontext")
      else { return nil }
      self.question = question
      self.variable = variable
      self.type = type
      self.subType = subType
      self.text = text
      choice = names.firstIndex(of: "choicetext")
    }
  }

  private mutating func add(structure records: ArraySlice<[String]>, _ columns: StructureColumns) {
    for row in records {
      func cell(_ index: Int) -> String {
        row.indices.contains(index) ? row[index].composed.trimmed : ""
      }
      let name = Self.key(cell(columns.variable))
      guard !name.isEmpty else { continue }
      var variable = variables[name] ?? Variable()
      variable.question = cell(columns.question)
      variable.text = cell(columns.text)
      variable.isOption = cell(columns.subType).lowercased() == "multiple"
      variable.isOpen = cell(columns.type).lowercased() == "open"
      variable.optionLabel = columns.choice.map(cell) ?? ""
      variables[name] = variable
    }
  }
}
